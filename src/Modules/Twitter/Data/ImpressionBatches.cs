using System.Diagnostics;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using SystemDesign.Kernel.Events;
using SystemDesign.Kernel.Time;
using SystemDesign.Platform.Persistence;

namespace SystemDesign.Twitter.Data;

/// <summary>Writes a batch of impressions: its counts, its event, and that it was written, all or none.</summary>
internal sealed class ImpressionBatches(IServiceScopeFactory scopes, IWriter<TwitterDb> writer, TimeProvider clock)
{
    private const string Insert = "INSERT INTO {impression_batches} (id) VALUES ({0}) ON CONFLICT DO NOTHING";

    /// <summary>For each that comes two old ones go, so that nobody needs to sweep.</summary>
    private const string Forget = "DELETE FROM {impression_batches} WHERE id IN (SELECT id FROM {impression_batches} WHERE id < {0} ORDER BY id LIMIT 2)";

    /// <summary>
    /// All of a batch are one parameter, a JSON array of tweets and counts, in the order of the tweets: so that of instances which write the same ones
    /// at once, one waits for the other and not each for each. Of tweets that are gone nothing is counted.
    /// </summary>
    private const string CountOnSqlite =
        """
        INSERT INTO {tweet_impressions} AS kept (tweet_id, seen)
        SELECT tweets.id, given.value ->> 1 FROM json_each({0}) AS given JOIN {tweets} AS tweets ON tweets.id = unhex(given.value ->> 0)
        WHERE true ON CONFLICT (tweet_id) DO UPDATE SET seen = kept.seen + excluded.seen
        """;

    private const string CountOnPostgres =
        """
        INSERT INTO {tweet_impressions} AS kept (tweet_id, seen)
        SELECT tweets.id, CAST(given.value ->> 1 AS bigint) FROM json_array_elements(CAST({0} AS json)) AS given
        JOIN {tweets} AS tweets ON tweets.id = CAST(given.value ->> 0 AS uuid)
        ORDER BY tweets.id ON CONFLICT (tweet_id) DO UPDATE SET seen = kept.seen + excluded.seen
        """;

    /// <summary>For how long a batch is known again. It is sent again within seconds of the database's return.</summary>
    private static readonly TimeSpan Memory = TimeSpan.FromHours(24);

    private static readonly ActivitySource Spans = new(typeof(ImpressionBatches).Assembly.GetName().Name!);

    /// <summary>To be called again, with the same batch, until it succeeds: nobody knows what became of one that failed.</summary>
    public async Task WriteAsync(ImpressionBatch batch)
    {
        using var span = Spans.StartActivity("TellImpressions");
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<TwitterDb>();
        var outbox = scope.ServiceProvider.GetRequiredService<IOutbox>();
        db.OnSave(async cancellationToken =>
        {
            if (await db.Database.ExecuteSqlRawAsync(db.Sql(Insert), [batch.Id], cancellationToken) == 0)
            {
                // It was on disk, and only the answer had been lost.
                return;
            }

            await db.Database.ExecuteSqlRawAsync(db.Sql(Forget), [Guid.CreateVersion7(clock.Now() - Memory)], cancellationToken);
            var seen = batch.Seen.OrderBy(one => one.Key).Select(one => new object[] { one.Key.ToString("N"), one.Value });
            await db.Database.ExecuteSqlRawAsync(db.Sql(db.Database.IsSqlite() ? CountOnSqlite : CountOnPostgres), [JsonSerializer.Serialize(seen)], cancellationToken);
            outbox.Add(batch.Event);
        });
        await writer.SaveAsync(db, CancellationToken.None);
    }
}
