using Microsoft.Extensions.DependencyInjection;
using SystemDesign.Contracts.Twitter;
using SystemDesign.Kernel.Events;
using SystemDesign.Platform.Persistence;
using SystemDesign.Twitter.Data;

namespace SystemDesign.Tests.Integration.Twitter;

/// <summary>Who is told of what, and who is not.</summary>
[Trait("Mission", "A3")]
[Trait("Notes", "TW-14")]
public sealed class NoticeTests(QuietApp app) : IClassFixture<QuietApp>
{
    [Fact]
    public async Task TW_14_Whoever_is_named_answered_or_quoted_is_told()
    {
        var (ada, bob) = await app.TwoAsync();
        var tweet = await ada.TweetAsync("First");

        var named = await bob.TweetAsync($"Good morning @{ada.Name}!");
        var answer = await bob.TweetAsync("I agree", inReplyTo: tweet);
        var quote = await bob.TweetAsync("Read this", quoteOf: tweet);
        await app.DrainAsync();

        Assert.Equal(
            [
                new("mentions", $"{bob.DisplayName} named you in a tweet", $"Good morning @{ada.Name}!", $"/api/twitter/tweet/{named}"),
                new("mentions", $"{bob.DisplayName} answered your tweet", "I agree", $"/api/twitter/tweet/{answer}"),
                new("mentions", $"{bob.DisplayName} quoted your tweet", "Read this", $"/api/twitter/tweet/{quote}"),
            ],
            await ada.InboxAsync());
        Assert.Empty(await bob.InboxAsync());
    }

    [Fact]
    public async Task TW_14_Whose_tweet_is_liked_or_reposted_and_who_is_followed_is_told()
    {
        var (ada, bob) = await app.TwoAsync();
        var tweet = await ada.TweetAsync("First");

        await bob.LikeAsync(tweet);
        await app.DrainAsync();
        await bob.RepostAsync(tweet);
        await app.DrainAsync();
        await bob.FollowAsync(ada);
        await app.DrainAsync();

        Assert.Equal(
            [
                new("reactions", $"{bob.DisplayName} likes your tweet", $"@{bob.Name}", $"/api/twitter/tweet/{tweet}"),
                new("reactions", $"{bob.DisplayName} reposted your tweet", $"@{bob.Name}", $"/api/twitter/tweet/{tweet}"),
                new("reactions", $"{bob.DisplayName} follows you", $"@{bob.Name}", $"/api/twitter/users/{bob.Name}"),
            ],
            await ada.InboxAsync());
        Assert.Empty(await bob.InboxAsync());
    }

    [Fact]
    public async Task TW_14_Whoever_is_private_is_asked_and_whoever_asked_is_told_that_they_may()
    {
        var (ada, bob) = await app.TwoAsync();
        await ada.GoPrivateAsync();

        await bob.FollowAsync(ada);
        await app.DrainAsync();
        await ada.DoAsync(HttpMethod.Put, $"follow-requests/{bob.Name}");
        await app.DrainAsync();

        Assert.Equal([$"{bob.DisplayName} asks to follow you"], await ada.HeardAsync());
        Assert.Equal([$"{ada.DisplayName} lets you follow them"], await bob.HeardAsync());
    }

    [Fact]
    public async Task TW_14_A_tweet_that_answers_quotes_and_names_somebody_is_told_once()
    {
        var (ada, bob) = await app.TwoAsync();
        var tweet = await ada.TweetAsync("First");

        await bob.TweetAsync($"@{ada.Name} and again @{ada.Name}", inReplyTo: tweet, quoteOf: tweet);
        await app.DrainAsync();

        Assert.Equal([$"{bob.DisplayName} answered your tweet"], await ada.HeardAsync());
    }

    [Fact]
    public async Task TW_14_Everybody_whom_one_tweet_names_is_told()
    {
        var named = await app.TweetersAsync(20);
        await app.DrainAsync();

        await named[0].TweetAsync(string.Join(' ', named.Select(one => $"@{one.Name}")));
        await app.DrainAsync();

        foreach (var one in named)
        {
            Assert.Equal(one == named[0] ? 0 : 1, (await one.HeardAsync()).Count);
        }
    }

    [Fact]
    public async Task TW_14_Nobody_is_told_of_themselves()
    {
        var ada = await Tweeter.NewAsync(app.App);
        await app.DrainAsync();
        var tweet = await ada.TweetAsync($"I, @{ada.Name}");

        await ada.TweetAsync($"And I, @{ada.Name}", inReplyTo: tweet, quoteOf: tweet);
        await ada.LikeAsync(tweet);
        await app.DrainAsync();

        Assert.Empty(await ada.HeardAsync());
    }

    [Theory]
    [InlineData("the listener blocks")]
    [InlineData("the actor blocks")]
    [InlineData("the listener mutes")]
    [InlineData("the tweets are deleted")]
    [InlineData("it is taken back")]
    [InlineData("the actor goes private")]
    public async Task TW_14_What_keeps_somebody_from_being_told_counts_until_the_last_moment(string meanwhile)
    {
        var (ada, bob) = await app.TwoAsync();
        var tweet = await ada.TweetAsync("First");
        await app.DrainAsync();

        var answer = await bob.TweetAsync($"@{ada.Name}", inReplyTo: tweet);
        var quote = await bob.TweetAsync("Well", quoteOf: tweet);
        await bob.LikeAsync(tweet);
        await bob.RepostAsync(tweet);
        await bob.FollowAsync(ada);
        await DoMeanwhileAsync();
        await app.DrainAsync();

        // To go private hides what one writes, and not what one does.
        Assert.Equal(meanwhile == "the actor goes private" ? 3 : 0, (await ada.HeardAsync()).Count);

        async Task DoMeanwhileAsync()
        {
            switch (meanwhile)
            {
                case "the listener blocks":
                    await ada.BlockAsync(bob);
                    break;
                case "the actor blocks":
                    await bob.BlockAsync(ada);
                    break;
                case "the listener mutes":
                    await ada.MuteAsync(bob);
                    break;
                case "the tweets are deleted":
                    await ada.DeleteTweetAsync(tweet);
                    await bob.DeleteTweetAsync(answer);
                    await bob.DeleteTweetAsync(quote);
                    await bob.UnfollowAsync(ada);
                    break;
                case "it is taken back":
                    await bob.UnlikeAsync(tweet);
                    await bob.UndoRepostAsync(tweet);
                    await bob.UnfollowAsync(ada);
                    await bob.DeleteTweetAsync(answer);
                    await bob.DeleteTweetAsync(quote);
                    break;
                default:
                    await bob.GoPrivateAsync();
                    break;
            }
        }
    }

    [Fact]
    public async Task TW_14_A_mute_is_the_listeners_alone()
    {
        var (ada, bob) = await app.TwoAsync();
        await bob.MuteAsync(ada);

        await bob.TweetAsync($"@{ada.Name}");
        await bob.FollowAsync(ada);
        await app.DrainAsync();

        Assert.Equal(2, (await ada.HeardAsync()).Count);
    }

    [Fact]
    public async Task TW_14_What_a_private_author_writes_is_told_to_their_followers_alone()
    {
        var people = await app.TweetersAsync(3);
        await app.DrainAsync();
        var (ada, follower, stranger) = (people[0], people[1], people[2]);
        await follower.FollowAsync(ada);
        await ada.GoPrivateAsync();
        var (theirs, strangers) = (await follower.TweetAsync("Mine"), await stranger.TweetAsync("Mine"));

        await ada.TweetAsync($"@{follower.Name} @{stranger.Name}");
        await ada.TweetAsync("An answer", inReplyTo: theirs);
        await ada.TweetAsync("An answer", inReplyTo: strangers);
        await ada.TweetAsync("A quote", quoteOf: strangers);
        await app.DrainAsync();

        Assert.Equal([$"{ada.DisplayName} named you in a tweet", $"{ada.DisplayName} answered your tweet"], await follower.HeardAsync());
        Assert.Empty(await stranger.HeardAsync());
    }

    [Fact]
    public async Task TW_14_An_event_that_comes_twice_is_told_once()
    {
        var (ada, bob) = await app.TwoAsync();
        var tweet = await ada.TweetAsync("First");
        var answer = await bob.TweetAsync("Second", inReplyTo: tweet);
        await bob.LikeAsync(tweet);
        await bob.FollowAsync(ada);
        await app.DrainAsync();

        var now = app.Clock.GetUtcNow();
        for (var time = 0; time < 2; time++)
        {
            await TellAsync(
                new TweetPosted(answer, bob.Id, "Second", tweet, ada.Id, null, null, [], false, now),
                new TweetLiked(tweet, ada.Id, bob.Id, now),
                new PersonFollowed(bob.Id, ada.Id, now));
            await app.DrainAsync();
        }

        Assert.Equal(
            [$"{bob.DisplayName} answered your tweet", $"{bob.DisplayName} follows you", $"{bob.DisplayName} likes your tweet"],
            (await ada.HeardAsync()).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task TW_14_A_follow_that_is_undone_and_done_again_is_told_once_a_day_and_a_like_once()
    {
        var (ada, bob) = await app.TwoAsync();
        var tweet = await ada.TweetAsync("First");
        app.Clock.Advance(TimeSpan.FromDays(1) - app.Clock.GetUtcNow().TimeOfDay);
        await AgainAsync();
        await AgainAsync();
        Assert.Equal([$"{bob.DisplayName} follows you", $"{bob.DisplayName} likes your tweet"], (await ada.HeardAsync()).Order(StringComparer.Ordinal));

        app.Clock.Advance(TimeSpan.FromHours(2));
        await app.TellCrowdsAsync();
        await AgainAsync();
        Assert.Equal(2, (await ada.HeardAsync()).Count);

        app.Clock.Advance(TimeSpan.FromHours(22));
        await app.TellCrowdsAsync();
        await AgainAsync();
        Assert.Equal([$"{bob.DisplayName} follows you"], (await ada.HeardAsync()).Skip(2));

        async Task AgainAsync()
        {
            await bob.SignInAsync();
            await bob.FollowAsync(ada);
            await bob.LikeAsync(tweet);
            await app.DrainAsync();
            await bob.UnfollowAsync(ada);
            await bob.UnlikeAsync(tweet);
            await app.DrainAsync();
        }
    }

    private async Task TellAsync(params IEvent[] events)
    {
        await using var scope = app.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<TwitterDb>();
        foreach (var happened in events)
        {
            scope.ServiceProvider.GetRequiredService<IOutbox>().Add(happened);
        }

        await app.Services.GetRequiredService<IWriter<TwitterDb>>().SaveAsync(db, CancellationToken.None);
    }
}
