using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using SystemDesign.Platform.Persistence;
using SystemDesign.Tests.Integration.Support;
using SystemDesign.Tests.Integration.UrlShortener;
using SystemDesign.Twitter.Data;
using SystemDesign.Twitter.Domain.Search;
using SystemDesign.Twitter.Domain.Tweets;

namespace SystemDesign.Tests.Integration.Twitter;

/// <summary>The index that events keep, and that can be made anew.</summary>
[Trait("Mission", "A3")]
public sealed class SearchIndexTests(App app) : IClassFixture<App>
{
    [Fact]
    public async Task What_is_deleted_before_it_was_indexed_is_not_in_the_index()
    {
        using var me = await Explorer.JoinAsync(app);
        var kept = await me.PostAsync("addax that stays");
        var deleted = await me.PostAsync("addax that goes");
        await me.DeleteAsync(deleted);
        await app.DrainAsync();

        await using var scope = app.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<TwitterDb>();
        Assert.Equal([kept], await db.SearchDocuments.Where(document => document.TweetId == kept || document.TweetId == deleted).Select(document => document.TweetId).ToListAsync());
    }

    [Fact]
    public async Task Two_tweets_that_come_upon_the_same_place_are_both_found()
    {
        using var me = await Explorer.JoinAsync(app);
        var one = await me.PostAsync("gerenuk first");
        await using var scope = app.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<TwitterDb>();
        var writer = scope.ServiceProvider.GetRequiredService<IWriter<TwitterDb>>();
        var posted = await db.Tweets.AsNoTracking().SingleAsync(tweet => tweet.Id == one);
        var bytes = one.ToByteArray(bigEndian: true);
        bytes[15] ^= 1;
        var twin = new Tweet { Id = new(bytes, bigEndian: true), Author = posted.Author, Text = "gerenuk second", CreatedAt = posted.CreatedAt, Thread = one, IsPrivate = false };
        Assert.Equal(SearchPlaces.Of(posted.Id), SearchPlaces.Of(twin.Id));
        db.Tweets.Add(twin);
        db.OnSave(cancellationToken => SearchIndex.PutAsync(db, [posted, twin], cancellationToken));
        db.OnSave(cancellationToken => SearchIndex.PutAsync(db, [twin], cancellationToken));
        await writer.SaveAsync(db, CancellationToken.None);
        await app.DrainAsync();

        Assert.Equal(["gerenuk first"], await me.SearchAsync("gerenuk first"));
        Assert.Equal(["gerenuk second"], await me.SearchAsync("gerenuk second"));
        Assert.Equal(2, (await me.SearchAsync("gerenuk")).Length);
    }

    [Fact]
    public async Task An_index_that_is_lost_is_rebuilt_and_what_should_not_be_in_it_goes()
    {
        await using var alone = new App();
        using var me = await Explorer.JoinAsync(alone);
        var deleted = await me.PostAsync("bongo that is deleted");
        for (var number = 0; number < 12; number++)
        {
            await me.PostAsync($"bongo {number}");
        }

        await me.DeleteAsync(deleted);
        await alone.DrainAsync();
        await using var scope = alone.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<TwitterDb>();
        db.OnSaveFirst(cancellationToken => db.Database.ExecuteSqlRawAsync(db.Sql("DELETE FROM {search_index}"), cancellationToken));
        db.OnSaveFirst(cancellationToken => db.SearchDocuments.ExecuteDeleteAsync(cancellationToken));
        db.SearchDocuments.Add(new() { Place = SearchPlaces.Of(deleted), TweetId = deleted });
        await scope.ServiceProvider.GetRequiredService<IWriter<TwitterDb>>().SaveAsync(db, CancellationToken.None);
        Assert.Empty(await me.SearchAsync("bongo"));
        using var refused = await me.Client.PostAsync("/api/twitter/operator/search/rebuild", content: null);
        using var operators = await alone.OperatorAsync();

        using var begun = await operators.PostAsync("/api/twitter/operator/search/rebuild", content: null);
        await scope.ServiceProvider.GetRequiredService<RebuildSearch>().RunAsync(CancellationToken.None);

        Assert.Equal((HttpStatusCode.Forbidden, HttpStatusCode.Accepted), (refused.StatusCode, begun.StatusCode));
        Assert.Equal(12, (await me.SearchAsync("bongo")).Length);
        Assert.Equal(12, await db.SearchDocuments.CountAsync());
        Assert.False(await db.SearchRebuilds.AnyAsync());
    }

    [Fact]
    public async Task A_rebuild_goes_on_behind_the_portion_before()
    {
        await using var alone = new App();
        using var me = await Explorer.JoinAsync(alone);
        await using var scope = alone.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<TwitterDb>();
        var writer = scope.ServiceProvider.GetRequiredService<IWriter<TwitterDb>>();
        var author = await db.People.Where(person => person.UserName == me.UserName).Select(person => person.Number).SingleAsync();
        var count = (2 * SearchIndex.Portion) + 1;
        db.AddMany([.. Enumerable.Range(0, count).Select(number => Guid.CreateVersion7(DateTimeOffset.UnixEpoch.AddSeconds(number)))
            .Select(id => new Tweet { Id = id, Author = author, Text = "oryx", CreatedAt = DateTimeOffset.UnixEpoch, Thread = id, IsPrivate = false })]);
        scope.ServiceProvider.GetRequiredService<ISearch>().Rebuild();
        await writer.SaveAsync(db, CancellationToken.None);

        await scope.ServiceProvider.GetRequiredService<RebuildSearch>().RunAsync(CancellationToken.None);

        Assert.Equal(count, await db.SearchDocuments.CountAsync());
        Assert.Equal(100, (await me.PageAsync<Explorer.PostedTweet>("search?q=oryx&limit=100")).Items.Length);
    }

    [EmbeddedFact]
    public async Task The_newest_come_first_without_sorting()
    {
        await using var scope = app.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<TwitterDb>();

        var plan = await PlanOf.SqliteAsync(db, $"SELECT * FROM ({SearchMatches.OnSqlite}) AS found WHERE place < {{1}} ORDER BY place DESC LIMIT 21", ["\"zebra\"", 1L << 60]);

        Assert.DoesNotContain(plan, line => line.Contains("TEMP B-TREE", StringComparison.Ordinal));
    }
}
