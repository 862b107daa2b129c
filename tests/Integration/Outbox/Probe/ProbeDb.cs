using Microsoft.EntityFrameworkCore;
using SystemDesign.Platform.Persistence;

namespace SystemDesign.Tests.Integration.Outbox.Probe;

/// <summary>A module that tells events and handles them.</summary>
internal sealed class ProbeDb(DbContextOptions<ProbeDb> options) : ModuleDb(options, SchemaName)
{
    public const string SchemaName = "probe";

    public DbSet<Effect> Effects => Set<Effect>();
}
