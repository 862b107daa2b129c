using System.Net;
using System.Net.Http.Json;
using Microsoft.Extensions.DependencyInjection;
using SystemDesign.Tests.Integration.Designs;
using SystemDesign.Tests.Integration.Support;
using SystemDesign.Twitter.Data;

namespace SystemDesign.Tests.Integration.Twitter;

/// <summary>Every use case of Twitter once, and what goes on in the background after them.</summary>
internal sealed class TwitterWalk : ICaseWalk
{
    public string Module => "twitter";

    public async Task WalkAsync(App app)
    {
        var (ada, bob) = (await Tweeter.SignedUpAsync(app), await Tweeter.SignedUpAsync(app));
        using var anybody = app.Anonymous();
        using var refused = await anybody.GetAsync(new Uri("/api/twitter/users/nobody", UriKind.Relative));
        Assert.Equal(HttpStatusCode.Unauthorized, refused.StatusCode);
        await app.DrainAsync();

        await TweetAsync(app, ada, bob);
        await FeedAsync(app, ada, bob);
        await DiscoverAsync(app, bob);
        await AskAsync(app, ada, bob);
        await KnowAsync(app, ada, bob);
        await FlushAsync(app);
        await CrowdAsync(app, ada);
        await ReturnAsync(app, bob);
        await LeaveAsync(app);
    }

    private static async Task TweetAsync(App app, Tweeter ada, Tweeter bob)
    {
        var tweet = await ada.TweetAsync($"Good morning @{bob.Name}! #first");
        var answer = await bob.TweetAsync("Good morning", inReplyTo: tweet);
        await bob.LikeAsync(tweet);
        await bob.RepostAsync(tweet);
        await app.DrainAsync();
        foreach (var path in new[] { $"tweet/{tweet}", $"tweet/{tweet}/replies", $"tweet/{answer}/thread", $"users/{ada.Name}/tweets" })
        {
            await bob.DoAsync(HttpMethod.Get, path);
        }

        await ada.DoAsync(HttpMethod.Get, $"tweet/{tweet}/stats");
        await bob.UnlikeAsync(tweet);
        await bob.UndoRepostAsync(tweet);
        await bob.DeleteTweetAsync(answer);
        await app.DrainAsync();
    }

    /// <summary>What is written is pushed into the feed; who reads it twice has the page that was kept.</summary>
    private static async Task FeedAsync(App app, Tweeter ada, Tweeter bob)
    {
        await bob.FollowAsync(ada);
        await app.DrainAsync();
        await ada.TweetAsync($"Good evening @{bob.Name}! #first");
        await app.Services.GetRequiredService<FanOutEntries>().RunAsync(CancellationToken.None);
        await bob.DoAsync(HttpMethod.Get, "feed");
        await bob.DoAsync(HttpMethod.Get, "feed");
        await app.DrainAsync();
    }

    private static async Task DiscoverAsync(App app, Tweeter bob)
    {
        foreach (var path in new[] { "search?q=evening", "tags/first", "trends", "recommendations" })
        {
            await bob.DoAsync(HttpMethod.Get, path);
        }

        using var operators = app.Anonymous();
        operators.Bearing((await operators.TokensAsync(Somebody.Operator)).AccessToken);
        using var policy = await operators.GetAsync(new Uri("/api/twitter/operator/feeds/policy", UriKind.Relative));
        using var changed = await operators.PutAsJsonAsync("/api/twitter/operator/feeds/policy", new { strategy = "hybrid", threshold = 10_000 });
        using var rebuilding = await operators.PostAsync(new Uri("/api/twitter/operator/search/rebuild", UriKind.Relative), content: null);
        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.OK, HttpStatusCode.Accepted), (policy.StatusCode, changed.StatusCode, rebuilding.StatusCode));
        await app.Services.GetRequiredService<RebuildSearch>().RunAsync(CancellationToken.None);
    }

    /// <summary>By GraphQL: what a page shows, and each change with what takes it back.</summary>
    private static async Task AskAsync(App app, Tweeter ada, Tweeter bob)
    {
        var tweet = await ada.TweetAsync("Ask me");
        await bob.Client.DataAsync(
            """
            query All($name: String!, $tweet: ID!) {
                me { userName }
                person(userName: $name) { bio tweets { items { id } } followers { items { userName } } following { items { userName } } }
                tweet(id: $tweet) { text replies { items { id } } }
                thread(id: $tweet) { answered { id } }
                feed { items { tweet { text } } }
                followRequests { items { userName } }
            }
            """,
            new { name = ada.Name, tweet });
        await bob.Client.DataAsync(
            """
            mutation All($name: String!, $tweet: ID!) {
                postTweet(input: { text: "Asked" }) { id }
                like(id: $tweet) { liked }
                unlike(id: $tweet) { liked }
                repost(id: $tweet) { reposted }
                undoRepost(id: $tweet) { reposted }
                editProfile(input: { bio: "Asks" }) { bio }
                mute(userName: $name) { userName }
                unmute(userName: $name) { userName }
                block(userName: $name) { userName }
                unblock(userName: $name) { userName }
                follow(userName: $name) { userName }
                unfollow(userName: $name) { userName }
            }
            """,
            new { name = ada.Name, tweet });
        await ada.Client.DataAsync("mutation Delete($tweet: ID!) { deleteTweet(id: $tweet) }", new { tweet });
        await app.DrainAsync();
    }

    private static async Task KnowAsync(App app, Tweeter ada, Tweeter bob)
    {
        await ada.DoAsync(HttpMethod.Get, $"users/{bob.Name}");
        await bob.FollowAsync(ada);
        await bob.UnfollowAsync(ada);
        await ada.GoPrivateAsync();
        await bob.FollowAsync(ada);
        await app.DrainAsync();
        await ada.DoAsync(HttpMethod.Get, "follow-requests");
        await ada.DoAsync(HttpMethod.Put, $"follow-requests/{bob.Name}");
        await app.DrainAsync();
        foreach (var path in new[] { $"users/{bob.Name}/followers", $"users/{bob.Name}/following", "blocks", "mutes" })
        {
            await ada.DoAsync(HttpMethod.Get, path);
        }

        await ada.MuteAsync(bob);
        await ada.DoAsync(HttpMethod.Delete, $"users/{bob.Name}/mute");
        await ada.BlockAsync(bob);
        await ada.DoAsync(HttpMethod.Delete, $"users/{bob.Name}/block");
        await bob.FollowAsync(ada);
        await ada.DoAsync(HttpMethod.Delete, $"follow-requests/{bob.Name}");
        await bob.FollowAsync(ada);
        await ada.Client.DataAsync("mutation Decline($name: String!) { declineFollower(userName: $name) { userName } }", new { name = bob.Name });
        await bob.FollowAsync(ada);
        await ada.Client.DataAsync("mutation Accept($name: String!) { acceptFollower(userName: $name) { userName } }", new { name = bob.Name });
        await app.DrainAsync();
    }

    private static Task FlushAsync(App app) => app.Services.GetRequiredService<Impressions>().FinishAsync();

    /// <summary>More like a tweet than are told of one by one.</summary>
    private static async Task CrowdAsync(App app, Tweeter ada)
    {
        var tweet = await ada.TweetAsync("Like me");
        await ada.DoAsync(HttpMethod.Get, $"users/{ada.Name}");
        foreach (var fan in await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Tweeter.SignedUpAsync(app))))
        {
            await fan.FollowAsync(ada);
            await ada.DoAsync(HttpMethod.Put, $"follow-requests/{fan.Name}");
            await fan.LikeAsync(tweet);
        }

        await app.DrainAsync();
        app.Clock.Advance(TimeSpan.FromHours(1));
        await app.Services.GetRequiredService<TellCrowds>().RunAsync(CancellationToken.None);
        await app.DrainAsync();
    }

    /// <summary>Who stays away for long has no feed any more, and is given one when they read again.</summary>
    private static async Task ReturnAsync(App app, Tweeter bob)
    {
        var feeds = app.Services.GetRequiredService<KeepFeeds>();
        app.Clock.Advance(TimeSpan.FromDays(15));
        await feeds.RunAsync(CancellationToken.None);
        await bob.SignInAsync();
        await bob.DoAsync(HttpMethod.Get, "feed");
        await feeds.RunAsync(CancellationToken.None);
        await app.DrainAsync();
    }

    private static async Task LeaveAsync(App app)
    {
        var leaver = await Tweeter.SignedUpAsync(app);
        using var renamed = await leaver.Client.EditAsync("/api/users/me", """{"displayName":"Leaver"}""");
        Assert.Equal(HttpStatusCode.OK, renamed.StatusCode);
        await leaver.TweetAsync("Goodbye");
        await app.DrainAsync();
        using var left = await leaver.Client.LeaveAsync(leaver.Password);
        Assert.Equal(HttpStatusCode.NoContent, left.StatusCode);
        await app.DrainAsync();
        await app.Services.GetRequiredService<EraseDeparted>().RunAsync(CancellationToken.None);
        await app.DrainAsync();
    }
}
