using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.Extensions.Options;
using Npgsql;

namespace SystemDesign.Platform.Persistence.Postgres;

/// <summary>One schema per module in one database, shared by any number of instances.</summary>
internal sealed class PostgresDatabase : IDatabase, IAsyncDisposable
{
    /// <summary>Any number will do, as long as every build uses the same: "SYSD" in ASCII.</summary>
    private const long MigrationLock = 0x53595344;

    private readonly ServerConnections connections;

    public PostgresDatabase(IOptions<PersistenceOptions> options, SessionLimits limits)
    {
        Server = new(options.Value.ConnectionString!, $"{PersistenceOptions.Section}:{nameof(PersistenceOptions.ConnectionString)}", limits);
        connections = new(Server);
    }

    public PostgresServer Server { get; }

    public string System => "postgresql";

    public void Configure(DbContextOptionsBuilder options, string schema) =>
        options.UseNpgsql(Server.Connections.ConnectionString, npgsql => npgsql.MigrationsHistoryTable("migrations", schema))
            .AddInterceptors(connections)
            .ConfigureWarnings(warnings => warnings.IgnoreWhatIsMeant());

    public void ConfigureOwner(DbContextOptionsBuilder options, string schema) => Configure(options, schema);

    public async Task<IAsyncDisposable> ClaimAsync(CancellationToken cancellationToken)
    {
        var connection = await Server.OpenAtStartAsync(cancellationToken);

        // However long another instance takes to migrate: if it dies, the lock goes with its connection.
        await using var command = new NpgsqlCommand("SELECT pg_advisory_lock($1)", connection) { Parameters = { new() { Value = MigrationLock } }, CommandTimeout = 0 };
        await command.ExecuteNonQueryAsync(cancellationToken);
        return new Claim(connection);
    }

    /// <summary>The server looks after its own files.</summary>
    public Task VerifyAsync(DbContext owner, CancellationToken cancellationToken) => Task.CompletedTask;

    public IReadOnlyIndex? FindViolatedIndex(DbUpdateException exception, IReadOnlyModel model) =>
        exception.InnerException is PostgresException { SqlState: PostgresErrorCodes.UniqueViolation, ConstraintName: { } name }
            ? model.GetEntityTypes().SelectMany(entity => entity.GetIndexes()).FirstOrDefault(index => index.GetDatabaseName() == name)
            : null;

    public bool IsLostRace(Exception exception) =>
        exception is DbUpdateConcurrencyException
        || CauseOf(exception) is PostgresException { SqlState: PostgresErrorCodes.SerializationFailure or PostgresErrorCodes.DeadlockDetected };

    /// <summary>A session that the server ended is one: nothing of its transaction is left, whoever was at work in it.</summary>
    public bool IsOutage(Exception exception) =>
        CauseOf(exception) is { } cause && (cause.IsTransient || cause is PostgresException { InvariantSeverity: "FATAL" or "PANIC" }) && !IsLostRace(exception);

    public Task LockAsync(DbContext db, string name, CancellationToken cancellationToken) =>
        db.Database.ExecuteSqlAsync($"SELECT pg_advisory_xact_lock(hashtextextended({name}, {MigrationLock}))", cancellationToken);

    public ValueTask DisposeAsync() => Server.DisposeAsync();

    /// <summary>EF Core wraps what the server says once for a save, and once more if it may go better next time.</summary>
    private static NpgsqlException? CauseOf(Exception? exception) => exception as NpgsqlException ?? (exception is null ? null : CauseOf(exception.InnerException));

    /// <summary>The lock belongs to the connection, so that it goes when its process does.</summary>
    private sealed class Claim(NpgsqlConnection connection) : IAsyncDisposable
    {
        public async ValueTask DisposeAsync()
        {
            await using (connection)
            {
                await using var command = new NpgsqlCommand("SELECT pg_advisory_unlock($1)", connection) { Parameters = { new() { Value = MigrationLock } } };
                await command.ExecuteNonQueryAsync();
            }
        }
    }
}
