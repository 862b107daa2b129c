using Npgsql;
using SystemDesign.Platform.Startup;

namespace SystemDesign.Platform.Persistence.Postgres;

/// <summary>A server, and the setting by which its operator knows it.</summary>
internal sealed class PostgresServer : IAsyncDisposable
{
    /// <exception cref="StartRefusedException">The setting is no connection string.</exception>
    public PostgresServer(string connectionString, string setting, SessionLimits limits)
    {
        Setting = setting;
        try
        {
            Connections = NpgsqlDataSource.Create(limits.AddTo(connectionString));
        }
        catch (ArgumentException exception)
        {
            throw new StartRefusedException(
                $"{setting} is not a PostgreSQL connection string ({exception.Message}): set it to something like Host=localhost;Database=systemdesign;Username=me;Password=secret.", exception);
        }
    }

    public string Setting { get; }

    public NpgsqlDataSource Connections { get; }

    /// <exception cref="StartRefusedException">It cannot be reached.</exception>
    public async Task<NpgsqlConnection> OpenAtStartAsync(CancellationToken cancellationToken)
    {
        try
        {
            return await Connections.OpenConnectionAsync(cancellationToken);
        }
        catch (NpgsqlException exception)
        {
            throw new StartRefusedException(
                $"PostgreSQL cannot be reached ({exception.Message}): start the server, or set {Setting}.", exception);
        }
    }

    public ValueTask DisposeAsync() => Connections.DisposeAsync();
}
