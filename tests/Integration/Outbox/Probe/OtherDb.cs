using Microsoft.EntityFrameworkCore;
using SystemDesign.Platform.Persistence;

namespace SystemDesign.Tests.Integration.Outbox.Probe;

/// <summary>Another module, which handles the events of the first.</summary>
internal sealed class OtherDb(DbContextOptions<OtherDb> options) : ModuleDb(options, SchemaName)
{
    public const string SchemaName = "other";

    public DbSet<Effect> Effects => Set<Effect>();
}
