using Microsoft.EntityFrameworkCore;
using SystemDesign.Kernel.Paging;
using SystemDesign.Platform.Background;
using SystemDesign.Platform.Paging;
using SystemDesign.Twitter.Data.Rows;
using SystemDesign.Twitter.Domain.Search;
using SystemDesign.Twitter.Domain.Tweets;

namespace SystemDesign.Twitter.Data;

internal sealed class SearchStore(TwitterDb db, TweetViews views, BellOf<RebuildSearch> rebuilds) : ISearch
{
    private const string Hold = "SELECT * FROM {tweets} WHERE id = {0} {for_share}";

    private const string BeginRebuild =
        "INSERT INTO {search_rebuilds} (id, position) VALUES ({0}, {1}) ON CONFLICT (id) DO UPDATE SET position = excluded.position";

    private static readonly Keyset<SearchDocument> NewestFirst = new Keyset<SearchDocument>().Descending(document => document.Place);

    private static readonly Keyset<TagUse> NewestUseFirst = new Keyset<TagUse>().Descending(use => use.TweetId);

    /// <summary>The tweet is held meanwhile: who deletes it comes before, and it is not indexed, or after, and finds it in the index.</summary>
    public void Add(Guid tweetId) => db.OnSave(async cancellationToken =>
        await SearchIndex.PutAsync(db, await db.Tweets.FromSqlRaw(db.Sql(Hold), tweetId).AsNoTracking().ToListAsync(cancellationToken), cancellationToken));

    public void Remove(Guid tweetId) => db.OnSave(cancellationToken => SearchIndex.RemoveAsync(db, tweetId, cancellationToken));

    public void Rebuild()
    {
        db.OnSave(cancellationToken => db.Database.ExecuteSqlRawAsync(db.Sql(BeginRebuild), [SearchRebuild.TheOne, EntryIds.First], cancellationToken));
        db.OnCommitted(() =>
        {
            rebuilds.Ring();
            return Task.CompletedTask;
        });
    }

    public async Task<Page<ShownTweet>> FindAsync(SearchQuery query, string list, int viewer, PageRequest page, CancellationToken cancellationToken)
    {
        var authors = await FindAuthorsAsync(query, cancellationToken);
        if (authors.Count < query.Authors.Count)
        {
            return new([], Next: null);
        }

        List<SearchTerm> terms = [.. query.Terms, .. authors.Select(author => new SearchTerm([SearchWords.OfAuthor(author)], IsPrefix: false))];
        var matches = db.Database.IsSqlite()
            ? db.SearchDocuments.FromSqlRaw(db.Sql(SearchMatches.OnSqlite), SearchMatches.ForSqlite(terms))
            : db.SearchDocuments.FromSqlRaw(db.Sql(SearchMatches.OnPostgres), SearchMatches.ForPostgres(terms));
        var visible = db.Tweets.VisibleTo(db, viewer);
        var found = await matches.AsNoTracking().Where(match => visible.Any(tweet => tweet.Id == match.TweetId)).ToPageAsync(NewestFirst, list, page, cancellationToken);
        return await ShowAsync(found.Select(match => match.TweetId), viewer, cancellationToken);
    }

    public async Task<Page<ShownTweet>> ListTaggedAsync(string tag, int viewer, PageRequest page, CancellationToken cancellationToken)
    {
        var visible = db.Tweets.VisibleTo(db, viewer);
        var found = await db.TagUses.AsNoTracking().Where(use => use.Tag == tag && visible.Any(tweet => tweet.Id == use.TweetId))
            .ToPageAsync(NewestUseFirst, $"tag {tag} for {viewer}", page, cancellationToken);
        return await ShowAsync(found.Select(use => use.TweetId), viewer, cancellationToken);
    }

    private async Task<IReadOnlyList<int>> FindAuthorsAsync(SearchQuery query, CancellationToken cancellationToken) => query.Authors.Count == 0
        ? []
        : await db.People.Where(person => query.Authors.Contains(person.NameKey)).Select(person => person.Number).ToListAsync(cancellationToken);

    private async Task<Page<ShownTweet>> ShowAsync(Page<Guid> found, int viewer, CancellationToken cancellationToken)
    {
        var shown = await views.ShowAsync(found.Items, viewer, cancellationToken);
        return new([.. found.Items.Select(id => shown.GetValueOrDefault(id)).OfType<ShownTweet>()], found.Next);
    }
}
