using Microsoft.EntityFrameworkCore;
using SystemDesign.Platform.Persistence;

namespace SystemDesign.Tests.Instances.Ledgers;

/// <summary>Another module, which handles what the first one tells.</summary>
internal sealed class LedgerDb(DbContextOptions<LedgerDb> options) : ModuleDb(options, SchemaName)
{
    public const string SchemaName = "ledger";

    public DbSet<Entry> Entries => Set<Entry>();
}
