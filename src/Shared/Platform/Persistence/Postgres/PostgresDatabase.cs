using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.Extensions.Options;
using Npgsql;
using SystemDesign.Platform.Startup;

namespace SystemDesign.Platform.Persistence.Postgres;

/// <summary>One schema per module in one database, shared by any number of instances.</summary>
internal sealed class PostgresDatabase : IDatabase, IAsyncDisposable
{
    /// <summary>Any number will do, as long as every build uses the same: "SYSD" in ASCII.</summary>
    private const long MigrationLock = 0x53595344;

    private readonly NpgsqlDataSource server;

    public PostgresDatabase(IOptions<PersistenceOptions> options)
    {
        try
        {
            server = NpgsqlDataSource.Create(options.Value.ConnectionString!);
        }
        catch (ArgumentException exception)
        {
            throw new StartRefusedException(
                $"Persistence:ConnectionString is not a PostgreSQL connection string ({exception.Message}): set it to something like Host=localhost;Database=systemdesign;Username=me;Password=secret.", exception);
        }
    }

    public string System => "postgresql";

    public void Configure(DbContextOptionsBuilder options, string schema) =>
        options.UseNpgsql(server, npgsql => npgsql.MigrationsHistoryTable("migrations", schema))
            .ConfigureWarnings(warnings => warnings.IgnoreWhatIsMeant());

    public void ConfigureOwner(DbContextOptionsBuilder options, string schema) => Configure(options, schema);

    public async Task<IAsyncDisposable> ClaimAsync(CancellationToken cancellationToken)
    {
        NpgsqlConnection connection;
        try
        {
            connection = await server.OpenConnectionAsync(cancellationToken);
        }
        catch (NpgsqlException exception)
        {
            throw new StartRefusedException(
                $"PostgreSQL cannot be reached ({exception.Message}): start the server, or set Persistence:ConnectionString.", exception);
        }

        await using var command = new NpgsqlCommand("SELECT pg_advisory_lock($1)", connection) { Parameters = { new() { Value = MigrationLock } } };
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
        || (exception as PostgresException ?? exception.InnerException as PostgresException)?.SqlState
            is PostgresErrorCodes.SerializationFailure or PostgresErrorCodes.DeadlockDetected;

    public bool IsOutage(Exception exception) =>
        (exception as NpgsqlException ?? exception.InnerException as NpgsqlException)?.IsTransient is true && !IsLostRace(exception);

    public Task LockAsync(DbContext db, string name, CancellationToken cancellationToken) =>
        db.Database.ExecuteSqlAsync($"SELECT pg_advisory_xact_lock(hashtextextended({name}, {MigrationLock}))", cancellationToken);

    public ValueTask DisposeAsync() => server.DisposeAsync();

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
