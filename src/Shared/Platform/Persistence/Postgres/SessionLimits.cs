using System.Globalization;
using Npgsql;
using SystemDesign.Platform.Outbox;

namespace SystemDesign.Platform.Persistence.Postgres;

/// <summary>
/// How long the server bears the silence of an instance that is stopped, or whose machine is gone, before it ends the session and lets
/// go of its locks. What the operator says in the connection string, or in <c>PGOPTIONS</c>, comes later and so counts instead.
/// </summary>
internal sealed class SessionLimits(OutboxOptions outbox)
{
    /// <summary>Unanswered, the last one ends the connection.</summary>
    private const int Probes = 3;

    /// <exception cref="ArgumentException">It is no connection string.</exception>
    public string AddTo(string connectionString)
    {
        var connection = new NpgsqlConnectionStringBuilder(connectionString);
        connection.Options = $"{Ours()} {connection.Options ?? Environment.GetEnvironmentVariable("PGOPTIONS")}".TrimEnd();
        return connection.ConnectionString;
    }

    private string Ours()
    {
        var silence = outbox.Silence;
        (string Name, double Value)[] limits =
        [
            ("idle_in_transaction_session_timeout", silence.TotalMilliseconds),
            ("tcp_user_timeout", silence.TotalMilliseconds),
            ("tcp_keepalives_idle", Math.Ceiling(silence.TotalSeconds / 2)),
            ("tcp_keepalives_interval", Math.Ceiling(silence.TotalSeconds / 2 / Probes)),
            ("tcp_keepalives_count", Probes),
        ];
        return string.Join(' ', limits.Select(limit => string.Create(CultureInfo.InvariantCulture, $"-c {limit.Name}={limit.Value}")));
    }
}
