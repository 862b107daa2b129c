using Microsoft.EntityFrameworkCore;
using SystemDesign.Platform.Caching;

namespace SystemDesign.Twitter.Data;

/// <summary>
/// Whom most follow, for everybody who is new. Found by looking through all people, twice a minute and not for each of them: an index would be
/// written with every follow, and nobody sees that a number of followers is a minute old.
/// </summary>
/// <param name="Numbers">The most followed first.</param>
internal sealed record MostFollowed(IReadOnlyList<int> Numbers)
{
    public const string CacheName = "twitter.most-followed";

    /// <summary>There is one.</summary>
    public const int Key = 1;

    /// <summary>More than anybody is shown, since of these each leaves those out whom they know already.</summary>
    private const int Count = 500;

    public static readonly CacheOptions CacheOptions = new()
    {
        Limit = 1,
        FirstLevelLifetime = TimeSpan.FromSeconds(30),
        SecondLevelLifetime = TimeSpan.FromSeconds(30),
    };

    public static async Task<MostFollowed?> LoadAsync(TwitterDb db, int _, CancellationToken cancellationToken) => new(
        await db.People.Where(person => !person.IsPrivate && person.LeftAt == null)
            .OrderByDescending(person => person.Followers).ThenBy(person => person.Number)
            .Select(person => person.Number).Take(Count).ToListAsync(cancellationToken));
}
