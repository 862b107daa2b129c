using System.Net;
using System.Net.Http.Json;
using SystemDesign.Tests.Integration.Support;

namespace SystemDesign.Tests.Integration.Twitter;

/// <summary>The feed as a client reads it, with its first page kept (TW-12).</summary>
[Trait("Mission", "A3")]
public sealed class FeedRouteTests(App app) : IClassFixture<App>
{
    private const string Policy = "operator/feeds/policy";

    /// <summary>What is written in one millisecond has no order in time.</summary>
    private static readonly TimeSpan Moment = TimeSpan.FromMilliseconds(2);

    [Fact]
    public async Task TW_6_Pages_lead_on_by_link_and_have_a_tag_that_saves_sending_them_again()
    {
        var (author, reader) = await FollowedAsync();
        for (var number = 1; number <= 5; number++)
        {
            app.Clock.Advance(Moment);
            await author.PostedAsync($"Number {number}");
        }

        using var first = await reader.Client.GetAsync($"{TwitterSteps.Api}/feed?limit=3");
        using var again = new HttpRequestMessage(HttpMethod.Get, $"{TwitterSteps.Api}/feed?limit=3");
        again.Headers.IfNoneMatch.Add(first.Headers.ETag!);
        using var unchanged = await reader.Client.SendAsync(again);
        var link = Assert.Single(first.Headers.GetValues("Link"));
        var second = await reader.Client.GetFromJsonAsync<PageBody<LineBody>>(link.Split('<', '>')[1]);

        Assert.Equal(["Number 5", "Number 4", "Number 3"], (await first.ReadAsync<PageBody<LineBody>>()).Items.Select(line => line.Tweet.Text));
        Assert.Equal(HttpStatusCode.NotModified, unchanged.StatusCode);
        Assert.Equal(["Number 2", "Number 1"], second!.Items.Select(line => line.Tweet.Text));
        Assert.Null(second.Next);
    }

    [Theory]
    [InlineData("limit=0", "invalid-input")]
    [InlineData("limit=101", "invalid-input")]
    [InlineData("limit=many", "invalid-input")]
    [InlineData("cursor=made-up", "invalid-cursor")]
    public async Task Refuses_a_page_that_cannot_be(string query, string code)
    {
        var reader = await app.PersonAsync();

        Assert.Equal((400, code), await reader.DoAsync("GET", $"feed?{query}"));
    }

    [Fact]
    public async Task A_cursor_of_anothers_feed_is_refused()
    {
        var (author, reader) = await FollowedAsync();
        await author.PostedAsync("One");
        await author.PostedAsync("Two");
        var cursor = (await reader.ReadAsync<PageBody<LineBody>>("feed?limit=1")).Next;

        Assert.Equal((400, "invalid-cursor"), await author.DoAsync("GET", $"feed?cursor={cursor}"));
    }

    [Theory]
    [InlineData("post")]
    [InlineData("delete")]
    [InlineData("repost")]
    [InlineData("undo")]
    [InlineData("unfollow")]
    [InlineData("block")]
    [InlineData("blocked")]
    [InlineData("mute")]
    [InlineData("like")]
    [InlineData("private")]
    [InlineData("own")]
    public async Task TW_12_A_kept_page_is_never_behind_whoever_does_something_that_shows_in_it(string what)
    {
        var (author, reader) = await FollowedAsync();
        var stranger = await app.PersonAsync();
        var strange = await stranger.PostedAsync("From a stranger");
        app.Clock.Advance(Moment);
        var tweet = await author.PostedAsync("From the author");
        app.Clock.Advance(Moment);
        await author.RepostAsync(strange.Id);
        app.Clock.Advance(Moment);
        Assert.Equal(["From a stranger", "From the author"], await TextsAsync(reader));
        Assert.Equal(["From a stranger", "From the author"], await TextsAsync(reader));

        await (what switch
        {
            "post" => author.PostedAsync("New"),
            "delete" => stranger.DoneAsync("DELETE", $"tweet/{strange.Id}"),
            "repost" => reader.DoneAsync("PUT", $"tweet/{tweet.Id}/repost"),
            "undo" => author.DoneAsync("DELETE", $"tweet/{strange.Id}/repost"),
            "unfollow" => reader.UnfollowAsync(author),
            "block" => reader.BlockAsync(stranger),
            "blocked" => stranger.BlockAsync(reader),
            "mute" => reader.MuteAsync(author),
            "like" => reader.LikeAsync(tweet.Id),
            "private" => stranger.GoPrivateAsync(),
            _ => (Task)reader.PostedAsync("Mine"),
        });

        Assert.Equal(
            what switch
            {
                "post" => ["New", "From a stranger", "From the author"],
                "delete" or "undo" or "block" or "blocked" or "private" => ["From the author"],
                "unfollow" or "mute" => [],
                "own" => ["Mine", "From a stranger", "From the author"],
                _ => ["From a stranger", "From the author"],
            },
            await TextsAsync(reader));
        var line = (await reader.ReadAsync<PageBody<LineBody>>("feed")).Items.SingleOrDefault(one => one.Tweet.Text == "From the author")?.Tweet;
        Assert.Equal((what is "like", what is "repost"), (line?.Liked ?? false, line?.Reposted ?? false));
    }

    [Fact]
    public async Task TW_9_Operators_alone_turn_the_knob_and_only_to_what_there_is()
    {
        var person = await app.PersonAsync();
        using var operators = app.Anonymous();
        operators.Bearing((await operators.TokensAsync(Somebody.Operator)).AccessToken);

        Assert.Equal(403, (await person.DoAsync("GET", Policy)).Status);
        using var refused = await operators.PutAsJsonAsync($"{TwitterSteps.Api}/{Policy}", new { strategy = "hybrid", threshold = 0 });
        Assert.Equal(["threshold"], (await refused.ProblemAsync()).Errors!.Keys);
        using var unknown = await operators.PutAsJsonAsync($"{TwitterSteps.Api}/{Policy}", new { strategy = "guess", threshold = 1 });
        Assert.Equal(HttpStatusCode.BadRequest, unknown.StatusCode);

        foreach (var strategy in new[] { "push", "pull", "hybrid" })
        {
            using var changed = await operators.PutAsJsonAsync($"{TwitterSteps.Api}/{Policy}", new { strategy, threshold = 10_000 });
            Assert.Equal(new PolicyBody(strategy, 10_000), await changed.ReadAsync<PolicyBody>());
            Assert.Equal(new PolicyBody(strategy, 10_000), await operators.GetFromJsonAsync<PolicyBody>($"{TwitterSteps.Api}/{Policy}"));
        }
    }

    private static async Task<string[]> TextsAsync(TwitterPerson reader) => [.. (await reader.ReadAsync<PageBody<LineBody>>("feed")).Items.Select(line => line.Tweet.Text)];

    private async Task<(TwitterPerson Author, TwitterPerson Reader)> FollowedAsync()
    {
        var people = await app.PeopleAsync(2);
        await people[1].FollowAsync(people[0]);
        return (people[0], people[1]);
    }

    private sealed record PolicyBody(string Strategy, int Threshold);
}
