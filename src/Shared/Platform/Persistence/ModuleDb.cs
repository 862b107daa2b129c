using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Storage;
using SystemDesign.Platform.Idempotency;
using SystemDesign.Platform.Outbox;
using SystemDesign.Platform.Outbox.Tables;

namespace SystemDesign.Platform.Persistence;

/// <summary>
/// A module's database: its own file on SQLite, its own schema on PostgreSQL. Reads are queries on it; writes are
/// collected, entities and statements alike, and saved together by the unit of work around the command.
/// </summary>
/// <param name="options">From the container.</param>
/// <param name="schema">Snake case; the schema's and the file's name.</param>
public abstract class ModuleDb(DbContextOptions options, string schema) : DbContext(options)
{
    private readonly List<Func<CancellationToken, Task>> firstStatements = [];
    private readonly List<Func<CancellationToken, Task>> statements = [];
    private readonly List<Func<Task>> reactions = [];
    private EventsTold? told;
    private bool hasTold;

    public string Schema { get; } = schema;

    internal bool HasWork => firstStatements.Count > 0 || statements.Count > 0 || told?.Any is true || ChangeTracker.HasChanges();

    /// <returns>The table as SQL names it, for statements that are written by hand.</returns>
    public string Quoted(string table) => this.GetService<ISqlGenerationHelper>().DelimitIdentifier(table, Schema);

    /// <summary>
    /// Adds set-based work (<c>ExecuteUpdate</c>, SQL) to this unit of work. It runs inside the transaction, after the
    /// entities are saved; if it throws, all of the unit is undone.
    /// </summary>
    public void OnSave(Func<CancellationToken, Task> statement) => statements.Add(statement);

    /// <summary>Like <see cref="OnSave"/>, but before the entities are saved: for what has the right to fail first.</summary>
    public void OnSaveFirst(Func<CancellationToken, Task> statement) => firstStatements.Add(statement);

    /// <summary>
    /// Adds what is to happen when this unit of work is on disk, and before its command is answered: a cache that forgets,
    /// a signal. Never happens if the unit fails. The commit stands whatever comes of it, so it must not throw.
    /// </summary>
    public void OnCommitted(Func<Task> reaction) => reactions.Add(reaction);

    /// <summary>What is told from now on is kept here, with what is changed here.</summary>
    internal void Keep(EventsTold events) => told = events;

    /// <summary>Writes everything collected. The caller has begun the transaction and commits it.</summary>
    internal async Task WriteAsync(CancellationToken cancellationToken)
    {
        foreach (var statement in firstStatements)
        {
            await statement(cancellationToken);
        }

        await SaveChangesAsync(cancellationToken);
        foreach (var statement in statements)
        {
            await statement(cancellationToken);
        }

        firstStatements.Clear();
        statements.Clear();
        if (told?.Any is true)
        {
            // Last, when the rows that changed are locked: so of two changes of one row, the later has the later position.
            var events = told.Take();
            await OutboxInsert.RunAsync(this, events, cancellationToken);
            hasTold = true;
        }
    }

    /// <summary>Whether events were written since the last call.</summary>
    internal bool TakeHasTold()
    {
        var taken = hasTold;
        hasTold = false;
        return taken;
    }

    /// <summary>The transaction is on disk.</summary>
    internal async Task ReactAsync()
    {
        foreach (var reaction in reactions)
        {
            await reaction();
        }

        reactions.Clear();
    }

    internal void Forget()
    {
        ForgetWork();
        ChangeTracker.Clear();
        told?.Clear();
    }

    /// <summary>Contexts are pooled: what one user collected and never saved must not be the next one's.</summary>
    public override void Dispose()
    {
        ForgetWork();
        told = null;
        base.Dispose();
        GC.SuppressFinalize(this);
    }

    public override async ValueTask DisposeAsync()
    {
        ForgetWork();
        told = null;
        await base.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder)
    {
        ArgumentNullException.ThrowIfNull(configurationBuilder);
        configurationBuilder.Conventions.Add(_ => new SnakeCaseNames());
    }

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        ArgumentNullException.ThrowIfNull(modelBuilder);
        modelBuilder.HasDefaultSchema(Schema);
        modelBuilder.ApplyConfiguration(new KeptAnswerMapping());
        modelBuilder.ApplyConfigurationsFromAssembly(GetType().Assembly, type => type.Namespace == GetType().Namespace);
        OutboxTables.Map(modelBuilder);
    }

    private void ForgetWork()
    {
        firstStatements.Clear();
        statements.Clear();
        reactions.Clear();
        hasTold = false;
    }
}
