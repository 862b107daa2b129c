using System.Globalization;
using System.Text;
using Microsoft.EntityFrameworkCore;
using SystemDesign.Twitter.Domain.Search;
using SystemDesign.Twitter.Domain.Tweets;

namespace SystemDesign.Twitter.Data;

/// <summary>
/// Writes the index, within a transaction: with FTS5 on SQLite, with <c>tsvector</c> on PostgreSQL. Both are given words that are cut already, and so
/// find the same.
/// </summary>
internal static class SearchIndex
{
    /// <summary>Tweets to a statement.</summary>
    public const int Portion = 500;

    private const string InsertDocuments = "INSERT INTO {search_documents} (place, tweet_id) VALUES ";

    private const string IndexOnSqlite = "INSERT OR REPLACE INTO {search_index} (rowid, words) VALUES ";

    private const string IndexOnPostgres = "INSERT INTO {search_index} (place, words) VALUES ";

    private const string OrReplaceOnPostgres = " ON CONFLICT (place) DO UPDATE SET words = excluded.words";

    private const string Unindex = "DELETE FROM {search_index} WHERE {place} IN (SELECT place FROM {search_documents} WHERE tweet_id = {0})";

    private const string UnindexOrphans =
        """
        DELETE FROM {search_index} WHERE {place} IN (
            SELECT place FROM {search_documents} AS document WHERE tweet_id > {0} AND tweet_id <= {1}
            AND NOT EXISTS (SELECT 1 FROM {tweets} WHERE id = document.tweet_id))
        """;

    /// <summary>Tweets that there are, whose rows the transaction holds; those that are in the index already are written over.</summary>
    public static async Task PutAsync(TwitterDb db, IReadOnlyCollection<Tweet> tweets, CancellationToken cancellationToken)
    {
        foreach (var portion in tweets.Chunk(Portion))
        {
            await PutPortionAsync(db, portion, cancellationToken);
        }
    }

    public static async Task RemoveAsync(TwitterDb db, Guid tweetId, CancellationToken cancellationToken)
    {
        await db.Database.ExecuteSqlRawAsync(Sql(db, Unindex), [tweetId], cancellationToken);
        await db.SearchDocuments.Where(document => document.TweetId == tweetId).ExecuteDeleteAsync(cancellationToken);
    }

    /// <summary>Takes out what there is no tweet of any more.</summary>
    public static async Task RemoveOrphansAsync(TwitterDb db, Guid after, Guid upTo, CancellationToken cancellationToken)
    {
        await db.Database.ExecuteSqlRawAsync(Sql(db, UnindexOrphans), [after, upTo], cancellationToken);
        await db.SearchDocuments
            .Where(document => document.TweetId > after && document.TweetId <= upTo && !db.Tweets.Any(tweet => tweet.Id == document.TweetId))
            .ExecuteDeleteAsync(cancellationToken);
    }

    /// <summary>
    /// Two tweets of one millisecond come upon the same place once in 32,768 times: the later one takes the next.
    /// </summary>
    private static async Task PutPortionAsync(TwitterDb db, Tweet[] tweets, CancellationToken cancellationToken)
    {
        var ids = tweets.Select(tweet => tweet.Id).ToList();
        var places = new Dictionary<Guid, long>();
        for (var further = 0; places.Count < tweets.Length; further++)
        {
            var placeless = tweets.Where(tweet => !places.ContainsKey(tweet.Id)).Select(tweet => new object[] { SearchPlaces.Of(tweet.Id) + further, tweet.Id });
            await InsertAsync(db, InsertDocuments, [.. placeless], string.Empty, " ON CONFLICT DO NOTHING", cancellationToken);
            places = await db.SearchDocuments.AsNoTracking().Where(document => ids.Contains(document.TweetId))
                .ToDictionaryAsync(document => document.TweetId, document => document.Place, cancellationToken);
        }

        var words = tweets.Select(tweet => (Place: places[tweet.Id], Words: SearchWords.Of(tweet.Text, tweet.Author)));
        await (db.Database.IsSqlite()
            ? InsertAsync(db, IndexOnSqlite, [.. words.Select(row => new object[] { row.Place, string.Join(' ', row.Words) })], string.Empty, string.Empty, cancellationToken)
            : InsertAsync(db, IndexOnPostgres, [.. words.Select(row => new object[] { row.Place, VectorOf(row.Words) })], "::tsvector", OrReplaceOnPostgres, cancellationToken));
    }

    private static Task<int> InsertAsync(TwitterDb db, string statement, IReadOnlyList<object[]> rows, string cast, string rest, CancellationToken cancellationToken)
    {
        var values = Enumerable.Range(0, rows.Count).Select(number => string.Create(CultureInfo.InvariantCulture, $"({{{2 * number}}}, {{{(2 * number) + 1}}}{cast})"));
        var sql = $"{db.Sql(statement)}{string.Join(", ", values)}{rest}";
        return db.Database.ExecuteSqlRawAsync(sql, rows.SelectMany(pair => pair), cancellationToken);
    }

    /// <summary>Words have no quotation marks.</summary>
    private static string VectorOf(IReadOnlyList<string> words)
    {
        var vector = new StringBuilder();
        for (var place = 0; place < words.Count; place++)
        {
            vector.Append(CultureInfo.InvariantCulture, $"'{words[place]}':{place + 1} ");
        }

        return vector.ToString();
    }

    /// <summary>FTS5 has no key but the number of the row.</summary>
    private static string Sql(TwitterDb db, string statement) =>
        db.Sql(statement.Replace("{place}", db.Database.IsSqlite() ? "rowid" : "place", StringComparison.Ordinal));
}
