using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using SystemDesign.Platform.Persistence;
using SystemDesign.Tests.Integration.Outbox.Probe;
using SystemDesign.Twitter.Data;

namespace SystemDesign.Tests.Integration.Twitter;

/// <summary>What many do at once is told together, and each of them is counted once.</summary>
[Trait("Mission", "A3")]
[Trait("Notes", "TW-14")]
public sealed class CrowdTests(QuietApp app) : IClassFixture<QuietApp>
{
    private static readonly TimeSpan Hour = TimeSpan.FromHours(1);

    [Fact]
    public async Task TW_14_Of_50_who_like_at_once_3_are_told_one_by_one_and_the_others_together_after_an_hour()
    {
        var ada = await Tweeter.NewAsync(app.App);
        var fans = await app.TweetersAsync(52);
        var tweet = await ada.TweetAsync("First");

        await Task.WhenAll(fans.Take(50).Select(fan => fan.LikeAsync(tweet)));
        await app.DrainAsync();
        await app.TellCrowdsAsync();
        Assert.Equal(3, (await ada.HeardAsync()).Count(title => title.EndsWith(" likes your tweet", StringComparison.Ordinal)));
        Assert.Equal(3, (await ada.HeardAsync()).Count);

        app.Clock.Advance(Hour);
        await app.TellCrowdsAsync();
        await app.TellCrowdsAsync();
        Assert.Equal("47 more people like your tweet", Assert.Single((await ada.HeardAsync()).Skip(3)));

        // Who comes in the hour after that waits for its end too.
        await fans[50].SignInAsync();
        await fans[50].LikeAsync(tweet);
        await app.DrainAsync();
        Assert.Equal(4, (await ada.HeardAsync()).Count);
        app.Clock.Advance(Hour);
        await app.TellCrowdsAsync();
        Assert.Equal("1 more person likes your tweet", Assert.Single((await ada.HeardAsync()).Skip(4)));

        // And when an hour was quiet, all is as at first.
        app.Clock.Advance(Hour);
        await app.TellCrowdsAsync();
        await fans[51].SignInAsync();
        await fans[51].LikeAsync(tweet);
        await app.DrainAsync();
        Assert.Equal($"{fans[51].DisplayName} likes your tweet", Assert.Single((await ada.HeardAsync()).Skip(5)));
    }

    [Fact]
    public async Task TW_14_Reposts_follows_and_requests_are_told_together_too()
    {
        var ada = await Tweeter.NewAsync(app.App);
        var eve = await Tweeter.NewAsync(app.App);
        var fans = await app.TweetersAsync(5);
        await app.DrainAsync();
        await eve.GoPrivateAsync();
        var tweet = await ada.TweetAsync("First");

        await Task.WhenAll(fans.Select(async fan =>
        {
            await fan.RepostAsync(tweet);
            await fan.FollowAsync(ada);
            await fan.FollowAsync(eve);
        }));
        await app.DrainAsync();
        app.Clock.Advance(Hour);
        await app.TellCrowdsAsync();

        Assert.Equal(["2 more people follow you", "2 more people reposted your tweet"], (await ada.HeardAsync()).Skip(6).Order(StringComparer.Ordinal));
        Assert.Equal("2 more people ask to follow you", Assert.Single((await eve.HeardAsync()).Skip(3)));
    }

    [Fact]
    public async Task TW_14_Whoever_took_it_back_is_blocked_or_muted_by_then_or_comes_again_and_again_is_not_one_more()
    {
        var ada = await Tweeter.NewAsync(app.App);
        var fans = await app.TweetersAsync(8);
        await app.DrainAsync();
        var tweet = await ada.TweetAsync("First");
        foreach (var fan in fans)
        {
            await fan.LikeAsync(tweet);
            await app.DrainAsync();
        }

        await fans[3].UnlikeAsync(tweet);
        await ada.BlockAsync(fans[4]);
        await fans[5].BlockAsync(ada);
        await ada.MuteAsync(fans[6]);
        for (var time = 0; time < 3; time++)
        {
            await fans[7].UnlikeAsync(tweet);
            await fans[7].LikeAsync(tweet);
            await app.DrainAsync();
        }

        app.Clock.Advance(Hour);
        await app.TellCrowdsAsync();

        Assert.Equal("1 more person likes your tweet", Assert.Single((await ada.HeardAsync()).Skip(3)));
    }

    [Fact]
    public async Task TW_14_Of_a_tweet_that_is_deleted_by_then_nothing_is_told_and_nothing_kept()
    {
        var ada = await Tweeter.NewAsync(app.App);
        var tweet = await CrowdedAsync(ada, 5);
        await ada.DeleteTweetAsync(tweet);

        app.Clock.Advance(Hour);
        await app.TellCrowdsAsync();
        app.Clock.Advance(Hour);
        await app.TellCrowdsAsync();

        Assert.Equal(3, (await ada.HeardAsync()).Count);
        await using var db = await OpenAsync();
        Assert.False(await db.Crowds.AnyAsync(crowd => crowd.Subject == tweet) || await db.CrowdMembers.AnyAsync(member => member.Subject == tweet));
    }

    [Fact]
    public async Task TW_14_Whichever_transaction_fails_before_or_after_its_commit_each_is_told_once()
    {
        var faults = new TransactionFaults();
        using var work = ActivatorUtilities.CreateInstance<TellCrowds>(
            app.Services,
            ActivatorUtilities.CreateInstance<Writer<TwitterDb>>(
                app.Services, new FaultyTransactions<TwitterDb>(app.Services.GetRequiredService<ITransactions<TwitterDb>>(), faults)));
        var place = 0;
        do
        {
            var ada = await Tweeter.NewAsync(app.App);
            await CrowdedAsync(ada, 5);
            app.Clock.Advance(Hour);
            faults.Arm(++place);
            var failure = await Record.ExceptionAsync(() => work.RunAsync(CancellationToken.None));
            faults.Disarm();
            Assert.Equal(faults.Struck, failure is InjectedFaultException);

            await work.RunAsync(CancellationToken.None);
            await app.DrainAsync();
            Assert.Equal(["2 more people like your tweet"], (await ada.HeardAsync()).Skip(3));
        }
        while (faults.Struck);

        Assert.Equal(3, place);
    }

    [Fact]
    public async Task TW_14_Several_instances_that_tell_at_once_tell_each_crowd_once()
    {
        var people = await app.TweetersAsync(6);
        foreach (var one in people)
        {
            await CrowdedAsync(one, 5);
        }

        app.Clock.Advance(Hour);

        await Task.WhenAll(Enumerable.Range(0, 8).Select(async _ =>
        {
            using var work = ActivatorUtilities.CreateInstance<TellCrowds>(app.Services);
            await work.RunAsync(CancellationToken.None);
        }));
        await app.DrainAsync();

        foreach (var one in people)
        {
            Assert.Equal(["2 more people like your tweet"], (await one.HeardAsync()).Skip(3));
        }
    }

    [Fact]
    public async Task TW_14_Whoever_left_is_told_nothing_and_their_crowd_goes()
    {
        var ada = await Tweeter.NewAsync(app.App);
        await CrowdedAsync(ada, 5);
        using var left = await Support.UserSteps.LeaveAsync(ada.Client, ada.Password);
        await app.DrainAsync();

        app.Clock.Advance(Hour);
        await app.TellCrowdsAsync();
        app.Clock.Advance(Hour);
        await app.TellCrowdsAsync();

        await using var db = await OpenAsync();
        var number = await db.People.Where(person => person.UserId == ada.Id).Select(person => person.Number).SingleAsync();
        Assert.False(await db.Crowds.AnyAsync(crowd => crowd.Listener == number));
    }

    /// <summary>A tweet of theirs that so many like.</summary>
    private async Task<Guid> CrowdedAsync(Tweeter author, int likes)
    {
        await author.SignInAsync();
        var tweet = await author.TweetAsync("First");
        foreach (var fan in await app.TweetersAsync(likes))
        {
            await fan.LikeAsync(tweet);
        }

        await app.DrainAsync();
        return tweet;
    }

    private Task<TwitterDb> OpenAsync() => app.Services.GetRequiredService<IDbContextFactory<TwitterDb>>().CreateDbContextAsync();
}
