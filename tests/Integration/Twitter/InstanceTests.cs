using SystemDesign.Tests.Integration.Redis;
using SystemDesign.Tests.Integration.Support;

namespace SystemDesign.Tests.Integration.Twitter;

/// <summary>What one instance keeps, and another changes. Nothing that is kept grows too old in these tests: word of the change must come.</summary>
[Trait("Mission", "A3"), Trait("Notes", "B2-15")]
public sealed class InstanceTests : IAsyncLifetime
{
    private static readonly (string, string)[] Settings = [("Twitter:Feeds:CacheSeconds", "60")];

    private readonly HostData data = MigratedData.Copy();
    private readonly App one;
    private readonly App other;

    public InstanceTests()
    {
        one = new App(new AppSetup { Data = data, Settings = Settings });
        other = new App(new AppSetup { Data = data, Settings = Settings });
    }

    public Task InitializeAsync() => Task.CompletedTask;

    public async Task DisposeAsync()
    {
        await one.DisposeAsync();
        await other.DisposeAsync();
        await data.DisposeAsync();
    }

    [RedisFact]
    public async Task TW_12_A_feed_that_is_kept_at_one_instance_has_what_is_posted_and_deleted_at_another()
    {
        using var author = await one.PersonAsync();
        using var reader = await one.PersonAsync();
        await reader.FollowAsync(author);
        var first = await author.PostedAsync("First");
        Assert.Equal([first.Id], await FeedAsync(reader));
        using var elsewhere = At(other, author);

        var second = await elsewhere.PostedAsync("Second");
        await Hearing.HearEachOtherAsync(one, other);
        Assert.Equal([second.Id, first.Id], await FeedAsync(reader));

        Assert.Equal((204, null), await elsewhere.DeleteTweetAsync(first.Id));
        await Hearing.HearEachOtherAsync(one, other);
        Assert.Equal([second.Id], await FeedAsync(reader));
    }

    [RedisFact]
    public async Task TW_12_Who_unfollows_at_another_instance_finds_nothing_of_them_in_the_feed_that_is_kept_here()
    {
        using var author = await one.PersonAsync();
        using var reader = await one.PersonAsync();
        await reader.FollowAsync(author);
        var tweet = await author.PostedAsync("First");
        Assert.Equal([tweet.Id], await FeedAsync(reader));

        using var elsewhere = At(other, reader);
        await elsewhere.UnfollowAsync(author);
        await Hearing.HearEachOtherAsync(one, other);

        Assert.Empty(await FeedAsync(reader));
    }

    private static TwitterPerson At(App app, TwitterPerson person) =>
        person with { Client = app.Anonymous().Bearing(person.Client.DefaultRequestHeaders.Authorization!.Parameter!) };

    /// <returns>What is in it.</returns>
    private static async Task<Guid[]> FeedAsync(TwitterPerson reader) => [.. (await reader.ReadAsync<PageBody<LineBody>>("feed")).Items.Select(line => line.Tweet.Id)];
}
