using Microsoft.EntityFrameworkCore;
using SystemDesign.Platform.Persistence;
using SystemDesign.Tests.Instances.Ledgers;

namespace SystemDesign.Tests.Instances.Telling;

/// <summary>The module that tells events, and handles them too.</summary>
internal sealed class TellerDb(DbContextOptions<TellerDb> options) : ModuleDb(options, SchemaName)
{
    public const string SchemaName = "teller";

    public DbSet<Entry> Entries => Set<Entry>();
}
