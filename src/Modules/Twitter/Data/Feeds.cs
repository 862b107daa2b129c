using System.Diagnostics;
using Microsoft.EntityFrameworkCore;
using SystemDesign.Kernel.Paging;
using SystemDesign.Kernel.Time;
using SystemDesign.Platform.Paging;
using SystemDesign.Twitter.Domain.People;
using SystemDesign.Twitter.Domain.Tweets;

namespace SystemDesign.Twitter.Data;

/// <summary>Makes pages of feeds, and keeps the first ones.</summary>
internal sealed class Feeds(
    TwitterDb db, FeedCandidates candidates, FeedFilling filling, FeedPages pages, ReturnedReaders returned, TweetViews views, TimeProvider clock)
{
    /// <summary>Beyond what is asked for, so that what is not to be seen seldom takes a second look.</summary>
    private const int Spare = 10;

    private const int MostAtOnce = 400;

    private static readonly ActivitySource Spans = new(typeof(Feeds).Assembly.GetName().Name!);

    public async Task<Page<TimelineItem>> ReadAsync(int owner, PageRequest page, CancellationToken cancellationToken)
    {
        if (page.Cursor is not { } cursor)
        {
            return await MakeFirstAsync(owner, page.Limit, cancellationToken);
        }

        var found = await FindAsync(owner, Cursors.Read<Guid>(ListOf(owner), cursor), page.Limit, cancellationToken);
        return await ShowAsync(found, owner, page.Limit, cancellationToken);
    }

    public void Fill(Guid followerId, Guid followeeId) => db.OnSave(cancellationToken => filling.FillAsync(followerId, followeeId, cancellationToken));

    private static string ListOf(int owner) => $"feed of {owner}";

    /// <summary>
    /// Whom it depends on is noted before they are looked at: whom the owner follows before entries are looked for, and who else stands in it before their tweets
    /// are. So what anybody does meanwhile is either in it, or seen as a change.
    /// </summary>
    private async Task<Page<TimelineItem>> MakeFirstAsync(int owner, int limit, CancellationToken cancellationToken)
    {
        await NoteVisitAsync(owner, cancellationToken);
        var followed = await db.Follows.Where(follow => follow.Follower == owner).OrderBy(follow => follow.Followee).Select(follow => follow.Followee)
            .Take(FeedPages.MostPeople + 1).ToListAsync(cancellationToken);
        var stamps = pages.StampsOf([owner, .. followed]);
        var found = await FindAsync(owner, EntryIds.Last, limit, cancellationToken);
        stamps = [.. stamps, .. pages.StampsOf(found.SelectMany(candidate => new[] { candidate.Author, candidate.Quoted }))];
        var page = await ShowAsync(found, owner, limit, cancellationToken);
        if (owner != 0 && followed.Count <= FeedPages.MostPeople)
        {
            pages.Keep(owner, limit, page, stamps);
        }

        return page;
    }

    /// <returns>One more than the limit, if there are so many.</returns>
    private async Task<List<FeedCandidate>> FindAsync(int owner, Guid before, int limit, CancellationToken cancellationToken)
    {
        using var span = Spans.StartActivity("ReadFeedLines");
        List<FeedCandidate> found = [];
        for (var count = limit + 1 + Spare; found.Count <= limit; count = int.Min(2 * count, MostAtOnce))
        {
            var next = await candidates.ReadAsync(owner, before, count, cancellationToken);
            found.AddRange(next.Where(candidate => candidate.IsVisible));
            if (next.Count < count)
            {
                break;
            }

            before = next[^1].Id;
        }

        return found;
    }

    private async Task<Page<TimelineItem>> ShowAsync(List<FeedCandidate> found, int owner, int limit, CancellationToken cancellationToken)
    {
        var shown = found[..int.Min(found.Count, limit)];
        var tweets = await views.ShowAsync([.. shown.Select(candidate => candidate.TweetId).Distinct()], owner, cancellationToken);
        var reposting = await RepostingAsync(shown, cancellationToken);
        return new(
            [
                .. shown.Where(candidate => tweets.ContainsKey(candidate.TweetId))
                    .Select(candidate => new TimelineItem(
                        candidate.Id, candidate.Id == candidate.TweetId ? null : reposting.GetValueOrDefault(candidate.Actor), tweets[candidate.TweetId])),
            ],
            found.Count > limit ? Cursors.Write(ListOf(owner), shown[^1].Id) : null);
    }

    private async Task<Dictionary<int, Author>> RepostingAsync(List<FeedCandidate> found, CancellationToken cancellationToken)
    {
        var numbers = found.Where(candidate => candidate.Id != candidate.TweetId).Select(candidate => candidate.Actor).Distinct().ToList();
        return numbers.Count == 0
            ? []
            : await db.People.Where(person => numbers.Contains(person.Number))
                .ToDictionaryAsync(person => person.Number, person => new Author(person.UserName, person.DisplayName, person.IsPrivate), cancellationToken);
    }

    /// <summary>Who was away for long is pulled now, and pushed to again from now on.</summary>
    private async Task NoteVisitAsync(int owner, CancellationToken cancellationToken)
    {
        var seenAt = await db.Feeds.Where(feed => feed.Owner == owner).Select(feed => (DateTimeOffset?)feed.SeenAt).SingleOrDefaultAsync(cancellationToken);
        if (owner != 0 && (seenAt is null || seenAt < clock.Now() - ReturnedReaders.Precision))
        {
            returned.Add(owner);
        }
    }
}
