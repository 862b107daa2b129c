using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using SystemDesign.Platform.Erasing;
using SystemDesign.Platform.Outbox.Tables;
using SystemDesign.Platform.Persistence;
using SystemDesign.Tests.Integration.Outbox.Probe;
using SystemDesign.Tests.Integration.Support;
using SystemDesign.Tests.Integration.Uploads;
using SystemDesign.Twitter.Data;
using SystemDesign.Twitter.Data.Rows;

namespace SystemDesign.Tests.Integration.Twitter;

/// <summary>Who leaves is out of sight at once, and takes everything along, however much it is and whatever still comes from them.</summary>
[Trait("Mission", "A3")]
public sealed class ErasureTests
{
    [Fact]
    public async Task However_much_somebody_did_all_of_it_goes_and_nobody_elses()
    {
        await using var app = new App();
        var (leaver, password) = await app.AccountAsync();
        var others = await app.PeopleAsync(4);
        var theirs = await Task.WhenAll(Enumerable.Range(0, 120).Select(number => others[number % 4].PostedAsync($"Number {number} @{leaver.Name}")));
        await LeaveTracesAsync(app, leaver, others, theirs);
        var file = await leaver.Client.HasPutAsync(UploadSteps.SomeBytes(10));
        var shown = await leaver.PostedAsync(new { text = "Look", media = new[] { file.Reference } });
        await Task.WhenAll(Enumerable.Range(0, 120).Select(number => leaver.PostedAsync($"My number {number}")));
        await others[0].FollowAsync(others[1]);
        var number = await NumberOfAsync(app, leaver);

        await app.LeaveAsync(leaver, password);
        await app.EraseTweetersAsync();

        await AssertErasedAsync(app, number);
        await app.AssertBalancedAsync();
        Assert.Equal(121, await app.AskTwitterAsync(db => db.Tweets.CountAsync()));
        Assert.Equal(1, await app.AskTwitterAsync(db => db.Follows.CountAsync()));
        Assert.All(await app.AskTwitterAsync(db => db.Tweets.ToListAsync()), tweet => Assert.Equal((0, 0, 0, 0), (tweet.Likes, tweet.Reposts, tweet.Replies, tweet.Quotes)));
        var told = await app.AskTwitterAsync(db => db.Set<OutboxEvent>().Where(happened => happened.Name == "twitter.tweet-deleted.v1").Select(happened => happened.Key).ToListAsync());
        Assert.Equal((135, true), (told.Count, told.Contains(shown.Id.ToString())));
        Assert.Empty(await app.AskTwitterAsync(db => db.Attachments.ToListAsync()));
    }

    [Fact]
    public async Task Nothing_of_them_is_seen_or_counted_any_more_before_the_last_of_it_is_erased()
    {
        await using var app = new App();
        var (leaver, password) = await app.AccountAsync();
        var others = await app.PeopleAsync(2);
        var root = await others[0].PostedAsync("For everybody");
        await others[1].FollowAsync(leaver);
        await leaver.FollowAsync(others[1]);
        await others[0].BlockAsync(leaver);
        await others[0].DoneAsync("DELETE", $"users/{leaver.Name}/block");
        var (tweet, reply, quote) = (await leaver.PostedAsync("Mine"), await leaver.RepliedAsync(root.Id), await leaver.QuotedAsync(root.Id));
        var naming = await others[1].PostedAsync($"Hello @{leaver.Name}");
        await others[1].RepostAsync(tweet.Id);
        await HoldErasureAsync(app, await NumberOfAsync(app, leaver));

        await app.LeaveAsync(leaver, password);

        Assert.Equal(3, await app.AskTwitterAsync(db => db.Tweets.CountAsync(row => row.Id == tweet.Id || row.Id == reply.Id || row.Id == quote.Id)));
        foreach (var other in others)
        {
            foreach (var id in new[] { tweet.Id, reply.Id, quote.Id })
            {
                Assert.Equal((404, "twitter.tweet-not-found"), await other.DoAsync("GET", $"tweet/{id}"));
            }

            Assert.Empty(await other.RepliesAsync(root.Id));
            Assert.Equal((0, 0), (await other.TweetAsync(root.Id) is { } shown ? (shown.Replies, shown.Quotes) : default));
            Assert.Equal((404, "twitter.person-not-found"), await other.DoAsync("GET", $"users/{leaver.Name}"));
            Assert.Equal((404, "twitter.tweet-not-found"), await other.DoAsync("PUT", $"tweet/{tweet.Id}/like"));
        }

        Assert.Empty((await others[0].TweetAsync(naming.Id)).Mentions);
        Assert.DoesNotContain(tweet.Id, (await others[0].LinesAsync(others[1])).Select(line => line.Tweet.Id));
        Assert.Empty(await others[1].NamesAsync($"users/{others[1].Name}/followers"));
        Assert.Empty(await others[1].NamesAsync($"users/{others[1].Name}/following"));
    }

    [Fact]
    public async Task A_request_of_who_has_left_keeps_nobody_from_opening_up()
    {
        await using var app = new App();
        var (leaver, password) = await app.AccountAsync();
        using var hidden = await app.PersonAsync(isPrivate: true);
        using var other = await app.PersonAsync();
        await leaver.FollowAsync(hidden);
        await other.FollowAsync(hidden);
        await HoldErasureAsync(app, await NumberOfAsync(app, leaver));
        await app.LeaveAsync(leaver, password);
        Assert.Equal([other.Name], await hidden.NamesAsync("follow-requests"));

        await hidden.GoPrivateAsync(false);

        Assert.Equal([other.Name], await hidden.NamesAsync($"users/{hidden.Name}/followers"));
        await app.AssertBalancedAsync();
    }

    [Fact]
    public async Task What_comes_late_by_a_token_that_lasts_goes_when_no_token_can_last_any_more()
    {
        await using var app = new App();
        var (leaver, password) = await app.AccountAsync();
        using var other = await app.PersonAsync();
        var (number, others) = (await NumberOfAsync(app, leaver), await NumberOfAsync(app, other));
        await app.LeaveAsync(leaver, password);
        await app.EraseTweetersAsync();

        // As another instance commits it that has not heard yet.
        var now = app.Clock.GetUtcNow();
        await SaveAsync(app, db => db.AddRange(new Mute { Muter = number, Muted = others, MutedAt = now }, new Block { Blocker = number, Blocked = others, BlockedAt = now }));
        await app.EraseTweetersAsync();
        Assert.Equal(1, await app.AskTwitterAsync(db => db.Erasures.CountAsync()));

        app.Clock.Advance(ErasureTimes.Aftermath);
        await app.EraseTweetersAsync();

        await AssertErasedAsync(app, number);
        Assert.Empty(await app.AskTwitterAsync(db => db.Erasures.ToListAsync()));
        var tombstone = await app.AskTwitterAsync(db => db.People.SingleAsync(person => person.Number == number));
        Assert.Equal((string.Empty, null, string.Empty, string.Empty), (tombstone.UserName, tombstone.NameKey, tombstone.DisplayName, tombstone.Bio));
    }

    [Fact]
    public async Task However_many_leave_at_once_all_are_erased_and_rest_until_the_last_look()
    {
        await using var app = new App();
        var people = await app.PeopleAsync(30);
        await app.DrainAsync();
        var first = await people[0].PostedAsync("The first");
        await Task.WhenAll(people.Select(async person =>
        {
            await person.RepliedAsync(first.Id);
            await person.LikeAsync(first.Id);
            await Task.WhenAll(people.Where(other => other != person).Take(3).Select(other => person.FollowAsync(other)));
        }));
        var now = app.Clock.GetUtcNow();
        await SaveAsync(app, db =>
        {
            db.OnSave(cancellationToken => db.People.ExecuteUpdateAsync(row => row.SetProperty(person => person.LeftAt, now), cancellationToken));
            db.OnSave(cancellationToken => db.Database.ExecuteSqlRawAsync(db.Sql("INSERT INTO {erasures} (person, left_at) SELECT number, {0} FROM {people}"), [now], cancellationToken));
        });

        await Task.WhenAll(app.EraseTweetersAsync(), app.EraseTweetersAsync());

        Assert.Equal((0, 0, 0), await app.AskTwitterAsync(async db => (await db.Tweets.CountAsync(), await db.Likes.CountAsync(), await db.Follows.CountAsync())));
        Assert.Equal(await app.AskTwitterAsync(db => db.People.CountAsync()), await app.AskTwitterAsync(db => db.Erasures.CountAsync(erasure => erasure.NotBefore > now)));
        await app.AssertBalancedAsync();
        app.Clock.Advance(ErasureTimes.Aftermath);
        await app.EraseTweetersAsync();
        Assert.Equal(0, await app.AskTwitterAsync(db => db.Erasures.CountAsync()));
    }

    [Fact]
    public async Task Wherever_it_breaks_off_it_is_gone_on_with_and_nothing_is_counted_twice()
    {
        var faults = new TransactionFaults();
        await using var app = new App(new AppSetup
        {
            Services = services => services.WithoutWorker<EraseDeparted>()
                .AddSingleton<ITransactions<TwitterDb>>(provider => FaultyTransactions<TwitterDb>.Of(provider, faults)),
        });
        var (place, struck) = (0, true);
        while (struck)
        {
            var others = await app.PeopleAsync(3);
            var theirs = await Task.WhenAll(others.Select(other => other.PostedAsync("Theirs")));
            var (leaver, password) = await app.AccountAsync();
            await LeaveTracesAsync(app, leaver, others, theirs);
            var number = await NumberOfAsync(app, leaver);
            await HoldErasureAsync(app, number);
            await app.LeaveAsync(leaver, password);
            await SaveAsync(app, db => db.OnSave(cancellationToken =>
                db.Erasures.Where(erasure => erasure.Person == number).ExecuteUpdateAsync(row => row.SetProperty(erasure => erasure.NotBefore, (DateTimeOffset?)null), cancellationToken)));

            struck = await StrikeAsync(app, faults, ++place);
            app.Clock.Advance(ErasureTimes.Aftermath);
            await app.EraseTweetersAsync();

            await AssertErasedAsync(app, number);
            await app.AssertBalancedAsync();
            await app.DrainAsync();
        }

        Assert.True(place > 4, $"{place}");
    }

    /// <returns>Whether there was such a place.</returns>
    private static async Task<bool> StrikeAsync(App app, TransactionFaults faults, int place)
    {
        faults.Arm(place);
        try
        {
            await app.EraseTweetersAsync();
        }
        catch (InjectedFaultException)
        {
        }
        finally
        {
            faults.Disarm();
        }

        return faults.Struck;
    }

    /// <summary>Some of everything that there can be of somebody.</summary>
    private static async Task LeaveTracesAsync(App app, TwitterPerson leaver, TwitterPerson[] others, TweetBody[] theirs)
    {
        using var hidden = await app.PersonAsync(isPrivate: true);
        await Task.WhenAll(theirs.SelectMany(tweet => new[] { leaver.LikeAsync(tweet.Id), leaver.RepostAsync(tweet.Id) }));
        await Task.WhenAll(others.SelectMany(other => new[] { leaver.FollowAsync(other), other.FollowAsync(leaver) }));
        await leaver.FollowAsync(hidden);
        var own = new List<TweetBody> { await leaver.PostedAsync($"First #tag @{others[0].Name}") };
        own.Add(await leaver.RepliedAsync(own[0].Id));
        own.AddRange(await Task.WhenAll(theirs.Take(4).SelectMany(tweet => new[] { leaver.RepliedAsync(tweet.Id), leaver.QuotedAsync(tweet.Id) })));
        await Task.WhenAll(others.Select(async other =>
        {
            var reply = await other.RepliedAsync(own[0].Id);
            await other.LikeAsync(own[0].Id);
            await other.RepostAsync(own[1].Id);
            await other.DeleteTweetAsync(reply.Id);
        }));
        await leaver.MuteAsync(others[0]);
        await others[0].MuteAsync(leaver);
        await leaver.BlockAsync(others[1]);
        await others[2].BlockAsync(leaver);
        await hidden.PostedAsync("One more, of which there is nothing left");
        await leaver.GoPrivateAsync();
        await others[0].UnfollowAsync(leaver);
        await others[0].FollowAsync(leaver);
        await leaver.GoPrivateAsync(others.Length % 2 == 1);
    }

    private static async Task AssertErasedAsync(App app, int number)
    {
        Assert.Equal(0, await app.AskTwitterAsync(db => db.Tweets.CountAsync(row => row.Author == number)));
        Assert.Equal(0, await app.AskTwitterAsync(db => db.Entries.CountAsync(row => row.Actor == number)));
        Assert.Equal(0, await app.AskTwitterAsync(db => db.FanOuts.CountAsync(row => row.Actor == number)));
        Assert.Equal(0, await app.AskTwitterAsync(db => db.Likes.CountAsync(row => row.Person == number)));
        Assert.Equal(0, await app.AskTwitterAsync(db => db.Mentions.CountAsync(row => row.Person == number)));
        Assert.Equal(0, await app.AskTwitterAsync(db => db.Follows.CountAsync(row => row.Follower == number || row.Followee == number)));
        Assert.Equal(0, await app.AskTwitterAsync(db => db.FollowRequests.CountAsync(row => row.Follower == number || row.Followee == number)));
        Assert.Equal(0, await app.AskTwitterAsync(db => db.Blocks.CountAsync(row => row.Blocker == number || row.Blocked == number)));
        Assert.Equal(0, await app.AskTwitterAsync(db => db.Mutes.CountAsync(row => row.Muter == number || row.Muted == number)));
        Assert.Equal(0, await app.AskTwitterAsync(db => db.Feeds.CountAsync(row => row.Owner == number)));
        Assert.Equal(0, await app.AskTwitterAsync(db => db.FeedLines.CountAsync(row => row.Owner == number)));
    }

    /// <summary>As if an instance were at it for long.</summary>
    private static Task HoldErasureAsync(App app, int number)
    {
        var now = app.Clock.GetUtcNow();
        return SaveAsync(app, db => db.Erasures.Add(new() { Person = number, LeftAt = now, NotBefore = now + TimeSpan.FromDays(1) }));
    }

    private static Task<int> NumberOfAsync(App app, TwitterPerson person) =>
        app.AskTwitterAsync(db => db.People.Where(row => row.UserId == person.Id).Select(row => row.Number).SingleAsync());

    private static async Task SaveAsync(App app, Action<TwitterDb> work)
    {
        await using var db = await app.Services.GetRequiredService<IDbContextFactory<TwitterDb>>().CreateDbContextAsync();
        work(db);
        await app.Services.GetRequiredService<IWriter<TwitterDb>>().SaveAsync(db, CancellationToken.None);
    }
}
