using Microsoft.Extensions.DependencyInjection;
using SystemDesign.Kernel.Identity;
using SystemDesign.Kernel.Paging;
using SystemDesign.Kernel.Time;
using SystemDesign.Platform.Persistence;
using SystemDesign.Tests.Integration.Support;
using SystemDesign.Twitter.Data;
using SystemDesign.Twitter.Domain.Engagement;
using SystemDesign.Twitter.Domain.Feeds;
using SystemDesign.Twitter.Domain.Graph;
using SystemDesign.Twitter.Domain.People;
using SystemDesign.Twitter.Domain.Tweets;

namespace SystemDesign.Tests.Integration.Twitter;

/// <summary>
/// Some people, what they do to each other, and an oracle beside the database that knows the rule of a feed and nothing of how it is made. What
/// goes on in the background does so when the world says.
/// </summary>
internal sealed class FeedWorld : IAsyncDisposable
{
    private readonly App app;
    private readonly List<SignedInUser> users = [];
    private readonly List<int> numbers = [];

    private FeedWorld(App app) => this.app = app;

    public FeedOracle Oracle { get; } = new();

    public int People => users.Count;

    public App App => app;

    public static async Task<FeedWorld> StartAsync(int people, AppSetup? setup = null)
    {
        var world = new FeedWorld(new App((setup ?? new()) with { Services = Services(setup?.Services) }));
        for (var number = 0; number < people; number++)
        {
            var user = new SignedInUser(Guid.CreateVersion7(), $"person_{number}", $"Person {number}", [Roles.User], Guid.CreateVersion7());
            world.users.Add(user);
            world.numbers.Add(await world.DoAsync<IPeople, int>(store => store.EnsureAsync(user, CancellationToken.None)));
        }

        return world;
    }

    public Task FollowAsync(int one, int other) => ChangeAsync(async provider =>
    {
        if (one == other || Oracle.AreBlocked(one, other))
        {
            return;
        }

        await provider.GetRequiredService<IGraph>().FollowAsync(numbers[one], await PersonAsync(provider, other), app.Clock.Now(), CancellationToken.None);
        Oracle.Follow(one, other);
    });

    /// <summary>Whatever the oracle says: for those who come and go at once.</summary>
    public Task EdgeAsync(int one, int other, bool isOn) => ChangeAsync(async provider =>
    {
        var graph = provider.GetRequiredService<IGraph>();
        var person = await PersonAsync(provider, other);
        if (isOn)
        {
            await graph.FollowAsync(numbers[one], person, app.Clock.Now(), CancellationToken.None);
        }
        else
        {
            graph.Unfollow(numbers[one], person);
        }
    });

    /// <summary>As if a million lines had come.</summary>
    public Task FillSegmentAsync() => ChangeAsync(async provider =>
    {
        var db = provider.GetRequiredService<TwitterDb>();
        var newest = await FeedSegments.NewestAsync(db, CancellationToken.None);
        db.OnSave(cancellationToken => FeedSegments.CountAsync(db, newest, (int)FeedSegments.Full, cancellationToken));
    });

    public Task AcceptAllAsync(int one) => ChangeAsync(async provider =>
    {
        foreach (var asking in Oracle.RequestsTo(one))
        {
            provider.GetRequiredService<IGraph>().Accept(numbers[one], await PersonAsync(provider, asking), app.Clock.Now());
            Oracle.Accept(one, asking);
        }
    });

    public Task UnfollowAsync(int one, int other) => ChangeAsync(async provider =>
    {
        provider.GetRequiredService<IGraph>().Unfollow(numbers[one], await PersonAsync(provider, other));
        Oracle.Unfollow(one, other);
    });

    public Task BlockAsync(int one, int other, bool isOn) => ChangeAsync(async provider =>
    {
        var graph = provider.GetRequiredService<IGraph>();
        if (one == other)
        {
            return;
        }

        if (isOn)
        {
            graph.Block(numbers[one], await PersonAsync(provider, other), app.Clock.Now());
        }
        else
        {
            graph.Unblock(numbers[one], await PersonAsync(provider, other));
        }

        Oracle.Block(one, other, isOn);
    });

    public Task MuteAsync(int one, int other, bool isOn) => ChangeAsync(async provider =>
    {
        var graph = provider.GetRequiredService<IGraph>();
        if (one == other)
        {
            return;
        }

        if (isOn)
        {
            graph.Mute(numbers[one], await PersonAsync(provider, other), app.Clock.Now());
        }
        else
        {
            graph.Unmute(numbers[one], await PersonAsync(provider, other));
        }

        Oracle.Mute(one, other, isOn);
    });

    public Task SetPrivateAsync(int one, bool isPrivate) => ChangeAsync(provider =>
    {
        provider.GetRequiredService<IPeople>().Change(numbers[one], null, isPrivate, app.Clock.Now());
        Oracle.SetPrivate(one, isPrivate);
        return Task.CompletedTask;
    });

    /// <param name="author">Who.</param>
    /// <param name="answered">What they answer, if they may see it; nothing: none.</param>
    /// <param name="mentioned">Whom they name.</param>
    public Task PostAsync(int author, Guid? answered = null, params int[] mentioned) => ChangeAsync(async provider =>
    {
        app.Clock.Advance(TimeSpan.FromMilliseconds(2));
        var tweets = provider.GetRequiredService<ITweets>();
        var parent = answered is { } id ? await tweets.FindAsync(id, numbers[author], CancellationToken.None) : null;
        var people = await tweets.FindMentionedAsync([.. mentioned.Select(number => users[number].UserName)], numbers[author], CancellationToken.None);
        var now = app.Clock.Now();
        var tweet = new NewTweet(Guid.CreateVersion7(now), numbers[author], "Said", now, parent, null, people, [], []);
        tweets.Add(tweet);
        Oracle.Post(tweet.Id, author, parent is null ? null : numbers.IndexOf(parent.Author), [.. people.Select(person => numbers.IndexOf(person.Number))]);
    });

    public Task RepostAsync(int one, Guid tweetId) => ChangeAsync(async provider =>
    {
        app.Clock.Advance(TimeSpan.FromMilliseconds(2));
        var tweet = await provider.GetRequiredService<ITweets>().FindAsync(tweetId, numbers[one], CancellationToken.None);
        if (tweet is { IsPrivate: false } && tweet.Author != numbers[one] && !Oracle.HasReposted(one, tweetId))
        {
            provider.GetRequiredService<IEngagement>().Repost(tweet, numbers[one], app.Clock.Now());
            Oracle.Repost(one, tweetId);
        }
    });

    public Task UndoRepostAsync(int one, Guid tweetId) => ChangeAsync(provider =>
    {
        provider.GetRequiredService<IEngagement>().UndoRepost(tweetId, numbers[one]);
        Oracle.UndoRepost(one, tweetId);
        return Task.CompletedTask;
    });

    public Task DeleteAsync(Guid tweetId) => ChangeAsync(async provider =>
    {
        var tweets = provider.GetRequiredService<ITweets>();
        tweets.Remove((await tweets.FindAsync(tweetId, numbers[Oracle.AuthorOf(tweetId)], CancellationToken.None))!, app.Clock.Now());
        Oracle.Delete(tweetId);
    });

    public Task ChangePolicyAsync(FeedStrategy strategy, int threshold) => ChangeAsync(provider =>
    {
        provider.GetRequiredService<IFeedPolicies>().Change(new(strategy, threshold));
        return Task.CompletedTask;
    });

    public Task PushAsync() => app.Services.GetRequiredService<FanOutEntries>().RunAsync(CancellationToken.None);

    public Task KeepAsync() => app.Services.GetRequiredService<KeepFeeds>().RunAsync(CancellationToken.None);

    /// <summary>Everything that was on its way has come.</summary>
    public async Task SettleAsync()
    {
        await app.DrainAsync();
        await PushAsync();
        await KeepAsync();
    }

    /// <summary>Walks through a feed from page to page.</summary>
    public async Task<IReadOnlyList<TimelineItem>> ReadAsync(int owner, int limit = 20, Func<Task>? betweenPages = null)
    {
        List<TimelineItem> items = [];
        string? cursor = null;
        do
        {
            var request = new PageRequest(cursor, limit);
            var page = await DoAsync<IFeeds, Page<TimelineItem>>(feeds => feeds.ReadAsync(users[owner].Id, request, CancellationToken.None));
            Assert.True(page.Items.Count == limit || page.Next is null, "A page that is not the last one is full.");
            items.AddRange(page.Items);
            cursor = page.Next;
            if (betweenPages is not null)
            {
                await betweenPages();
            }
        }
        while (cursor is not null);

        return items;
    }

    /// <returns>Who brought which tweet, as the oracle tells it.</returns>
    public async Task<IReadOnlyList<(int Actor, Guid TweetId)>> LinesAsync(int owner, int limit) =>
    [
        .. (await ReadAsync(owner, limit)).Select(item => (
            users.FindIndex(user => user.UserName == (item.RepostedBy ?? item.Tweet.Author).UserName), item.Tweet.Id)),
    ];

    public int NumberOf(int person) => numbers[person];

    public async ValueTask DisposeAsync() => await app.DisposeAsync();

    private static Action<IServiceCollection> Services(Action<IServiceCollection>? further) => services =>
    {
        services.WithoutWorker<FanOutEntries>().WithoutWorker<KeepFeeds>();
        further?.Invoke(services);
    };

    private async Task<TResult> DoAsync<TPort, TResult>(Func<TPort, Task<TResult>> work)
        where TPort : notnull
    {
        await using var scope = app.Services.CreateAsyncScope();
        return await work(scope.ServiceProvider.GetRequiredService<TPort>());
    }

    private async Task ChangeAsync(Func<IServiceProvider, Task> work)
    {
        await using var scope = app.Services.CreateAsyncScope();
        await work(scope.ServiceProvider);
        await scope.ServiceProvider.GetRequiredService<IWriter<TwitterDb>>().SaveAsync(scope.ServiceProvider.GetRequiredService<TwitterDb>(), CancellationToken.None);
    }

    private Task<Person> PersonAsync(IServiceProvider provider, int person) =>
        provider.GetRequiredService<IPeople>().RequireWhoeverAsync(users[person].UserName, CancellationToken.None);
}
