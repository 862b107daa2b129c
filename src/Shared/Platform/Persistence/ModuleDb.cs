using Microsoft.EntityFrameworkCore;

namespace SystemDesign.Platform.Persistence;

/// <summary>
/// A module's database: its own file on SQLite, its own schema on PostgreSQL. Reads are queries on it; writes are
/// collected, entities and statements alike, and saved together by the unit of work around the command.
/// </summary>
/// <param name="options">From the container.</param>
/// <param name="schema">Snake case; the schema's and the file's name.</param>
public abstract class ModuleDb(DbContextOptions options, string schema) : DbContext(options)
{
    private readonly List<Func<CancellationToken, Task>> statements = [];

    public string Schema { get; } = schema;

    internal bool HasWork => statements.Count > 0 || ChangeTracker.HasChanges();

    /// <summary>
    /// Adds set-based work (<c>ExecuteUpdate</c>, SQL) to this unit of work. It runs inside the transaction, after the
    /// entities are saved; if it throws, all of the unit is undone.
    /// </summary>
    public void OnSave(Func<CancellationToken, Task> statement) => statements.Add(statement);

    /// <summary>Writes everything collected. The caller has begun the transaction and commits it.</summary>
    internal async Task WriteAsync(CancellationToken cancellationToken)
    {
        await SaveChangesAsync(cancellationToken);
        foreach (var statement in statements)
        {
            await statement(cancellationToken);
        }

        statements.Clear();
    }

    internal void Forget()
    {
        statements.Clear();
        ChangeTracker.Clear();
    }

    /// <summary>Contexts are pooled: what one user collected and never saved must not be the next one's.</summary>
    public override void Dispose()
    {
        statements.Clear();
        base.Dispose();
        GC.SuppressFinalize(this);
    }

    public override async ValueTask DisposeAsync()
    {
        statements.Clear();
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
        modelBuilder.ApplyConfigurationsFromAssembly(GetType().Assembly, type => type.Namespace == GetType().Namespace);
    }
}
