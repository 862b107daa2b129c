using Npgsql;
using SystemDesign.Tests.Integration.Support;

namespace SystemDesign.Tests.Integration.Outbox.Instances;

/// <summary>Instances that share a database, and what came of the events that they told.</summary>
internal sealed class InstanceGroup : IAsyncDisposable
{
    /// <summary>The server tells of itself what changes and who handled something, and keeps what any instance counted as a failure.</summary>
    private const string Watch =
        """
        CREATE FUNCTION tell_change() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN NOTIFY changed; RETURN NULL; END $$;
        CREATE TRIGGER tell_change AFTER INSERT OR UPDATE OR DELETE ON teller.outbox FOR EACH STATEMENT EXECUTE FUNCTION tell_change();
        CREATE TRIGGER tell_change AFTER INSERT OR UPDATE OR DELETE ON teller.outbox_deliveries FOR EACH STATEMENT EXECUTE FUNCTION tell_change();
        CREATE FUNCTION tell_instance() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN PERFORM pg_notify('handled', NEW.instance); RETURN NULL; END $$;
        CREATE TRIGGER tell_instance AFTER INSERT ON ledger.entries FOR EACH ROW EXECUTE FUNCTION tell_instance();
        CREATE TABLE blames (said text NOT NULL);
        CREATE FUNCTION keep_blame() RETURNS trigger LANGUAGE plpgsql AS
            $$ BEGIN INSERT INTO blames VALUES (concat(NEW.handler, ', attempt ', NEW.attempts, ': ', NEW.failure)); RETURN NULL; END $$;
        CREATE TRIGGER keep_blame AFTER INSERT OR UPDATE ON teller.outbox_deliveries FOR EACH ROW WHEN (NEW.attempts > 0) EXECUTE FUNCTION keep_blame();
        """;

    private const string Waiting = "SELECT EXISTS (SELECT FROM teller.outbox WHERE settled_at IS NULL) OR EXISTS (SELECT FROM teller.outbox_deliveries)";

    private readonly PostgresDatabase database = PostgresDatabase.Create();
    private readonly List<InstanceProcess> survivors = [];
    private Notices changes = null!;

    private InstanceGroup()
    {
    }

    /// <summary>Those that nothing happens to.</summary>
    public IReadOnlyList<InstanceProcess> Survivors => survivors;

    public static async Task<InstanceGroup> StartAsync(params string[] names)
    {
        var group = new InstanceGroup();
        group.survivors.AddRange(await Task.WhenAll(names.Select(name => group.StartOneAsync($"--Instance:Name={name}"))));
        await group.database.ExecuteAsync(Watch);
        group.changes = await Notices.OnAsync(group.database.ConnectionString, "changed");
        return group;
    }

    /// <summary>One that delivers only when it is asked to.</summary>
    public Task<InstanceProcess> StartVictimAsync() => StartOneAsync("--Instance:Name=victim", "--Instance:OnRequest=true");

    public Task<InstanceProcess> StartOneAsync(params string[] settings) => InstanceProcess.StartAsync(
    [
        "--Persistence:Provider=Postgres",
        $"--Persistence:ConnectionString={database.ConnectionString}",
        "--RateLimiting:Enabled=false",
        "--Outbox:LeaseSeconds=1",
        "--Outbox:PollSeconds=1",
        .. settings,
    ]);

    public Task<Notices> NoticesOnAsync(string channel) => Notices.OnAsync(database.ConnectionString, channel);

    /// <summary>So that what is told meanwhile is another's to deliver.</summary>
    public Task StopSurvivorsAsync() => Task.WhenAll(survivors.Select(survivor => survivor.StopAsync()));

    public Task ContinueSurvivorsAsync() => Task.WhenAll(survivors.Select(survivor => survivor.ContinueAsync()));

    /// <summary>Ends when every event that was told is settled, and nobody is owed one.</summary>
    public async Task UntilSettledAsync()
    {
        while ((await ReadAsync(Waiting, row => row.GetBoolean(0)))[0])
        {
            await changes.NextAsync();
        }
    }

    /// <summary>What any instance counted as the failure of an event.</summary>
    public Task<IReadOnlyList<string>> BlamesAsync() => ReadAsync("SELECT said FROM blames", row => row.GetString(0));

    /// <summary>How many events of each key were told.</summary>
    public async Task<IReadOnlyDictionary<string, int>> ToldAsync() =>
        (await ReadAsync("SELECT key, number FROM teller.counters", row => (Key: row.GetString(0), Number: row.GetInt32(1)))).ToDictionary(counter => counter.Key, counter => counter.Number);

    /// <summary>Each handler had each event that was told once, and those of a key in their order.</summary>
    public async Task VerifyAsync()
    {
        var told = await ToldAsync();
        foreach (var schema in new[] { "teller", "ledger" })
        {
            var entries = await ReadAsync($"SELECT key, number FROM {schema}.entries ORDER BY id", row => (Key: row.GetString(0), Number: row.GetInt32(1)));
            Assert.Equal(told.Keys.Order(StringComparer.Ordinal), entries.Select(entry => entry.Key).Distinct().Order(StringComparer.Ordinal));
            foreach (var (key, last) in told)
            {
                Assert.Equal(Enumerable.Range(1, last), entries.Where(entry => entry.Key == key).Select(entry => entry.Number));
            }
        }
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var survivor in survivors)
        {
            await survivor.DisposeAsync();
        }

        await changes.DisposeAsync();
        await database.DisposeAsync();
    }

    private async Task<IReadOnlyList<T>> ReadAsync<T>(string query, Func<NpgsqlDataReader, T> read)
    {
        await using var connection = new NpgsqlConnection(database.ConnectionString);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(query, connection);
        await using var rows = await command.ExecuteReaderAsync();
        var found = new List<T>();
        while (await rows.ReadAsync())
        {
            found.Add(read(rows));
        }

        return found;
    }
}
