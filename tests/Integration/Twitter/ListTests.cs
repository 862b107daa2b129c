using System.Net;
using System.Text.RegularExpressions;
using SystemDesign.Tests.Integration.Support;

namespace SystemDesign.Tests.Integration.Twitter;

[Trait("Mission", "A3")]
public sealed partial class ListTests(App app) : IClassFixture<App>
{
    [Theory]
    [InlineData("followers")]
    [InlineData("following")]
    [InlineData("follow-requests")]
    [InlineData("blocks")]
    [InlineData("mutes")]
    public async Task People_are_listed_each_once_page_by_page(string list)
    {
        using var me = await app.PersonAsync(isPrivate: list == "follow-requests");
        var others = await app.PeopleAsync(5);
        foreach (var other in others)
        {
            await (list switch
            {
                "following" => me.FollowAsync(other),
                "blocks" => me.BlockAsync(other),
                "mutes" => me.MuteAsync(other),
                _ => other.FollowAsync(me),
            });
        }

        var path = $"{TwitterSteps.Api}/{(list.StartsWith("follow", StringComparison.Ordinal) && !list.Contains('-', StringComparison.Ordinal) ? $"users/{me.Name}/" : string.Empty)}{list}";
        var pages = await ReadThroughAsync<AuthorBody>(me.Client, $"{path}?limit=2");

        Assert.Equal([2, 2, 1], pages.Select(page => page.Items.Length));
        Assert.Equal(others.Select(other => other.Name).Order(), pages.SelectMany(page => page.Items).Select(author => author.UserName).Order());
    }

    [Fact]
    public async Task What_somebody_wrote_and_reposted_is_listed_the_newest_first_whatever_comes_meanwhile()
    {
        using var me = await app.PersonAsync();
        using var other = await app.PersonAsync();
        var theirs = await other.PostedAsync("Theirs");
        var expected = new List<Guid>();
        for (var number = 0; number < 6; number++)
        {
            app.Clock.Advance(TimeSpan.FromMilliseconds(1));
            expected.Insert(0, (await me.PostedAsync($"Number {number}")).Id);
        }

        app.Clock.Advance(TimeSpan.FromMilliseconds(1));
        await me.RepostAsync(theirs.Id);
        expected.Insert(0, theirs.Id);

        var pages = await ReadThroughAsync<LineBody>(other.Client, $"{TwitterSteps.Api}/users/{me.Name}/tweets?limit=2", async () =>
        {
            app.Clock.Advance(TimeSpan.FromMilliseconds(1));
            await me.PostedAsync("One that came while others read");
        });

        Assert.Equal(expected, pages.SelectMany(page => page.Items).Select(line => line.Tweet.Id));
    }

    [Fact]
    public async Task A_cursor_of_another_list_or_none_and_a_limit_out_of_its_range_are_refused_and_named()
    {
        using var me = await app.PersonAsync();
        var others = await app.PeopleAsync(2);
        foreach (var other in others)
        {
            await me.FollowAsync(other);
            await me.MuteAsync(other);
        }

        var cursor = (await me.ReadAsync<PageBody<AuthorBody>>($"users/{me.Name}/following?limit=1")).Next!;
        var refusals = new[] { ("mutes", $"cursor={cursor}"), ($"users/{me.Name}/followers", $"cursor={cursor}"), ("blocks", "cursor=x"), ("mutes", "limit=0"), ("follow-requests", "limit=101") };
        foreach (var (list, query) in refusals)
        {
            using var response = await me.Client.GetAsync($"{TwitterSteps.Api}/{list}?{query}");
            Assert.True(response.StatusCode is HttpStatusCode.BadRequest, $"{list}?{query}: {response.StatusCode}");
            Assert.Equal([query[..query.IndexOf('=', StringComparison.Ordinal)]], (await response.ProblemAsync()).Errors!.Keys);
        }
    }

    [Fact]
    public async Task Lists_of_who_is_private_are_for_who_follows_them_and_nobody_is_listed_whom_a_block_hides()
    {
        using var hidden = await app.PersonAsync();
        using var follower = await app.PersonAsync();
        using var blocking = await app.PersonAsync();
        using var stranger = await app.PersonAsync();
        await follower.FollowAsync(hidden);
        await blocking.FollowAsync(hidden);
        await blocking.BlockAsync(follower);
        Assert.Equal([follower.Name], await follower.NamesAsync($"users/{hidden.Name}/followers"));
        Assert.Equal([blocking.Name], await blocking.NamesAsync($"users/{hidden.Name}/followers"));

        await hidden.GoPrivateAsync();

        foreach (var list in new[] { "tweets", "followers", "following" })
        {
            Assert.Equal((404, "twitter.account-private"), await stranger.DoAsync("GET", $"users/{hidden.Name}/{list}"));
            Assert.Equal(200, (await follower.DoAsync("GET", $"users/{hidden.Name}/{list}")).Status);
            Assert.Equal(200, (await hidden.DoAsync("GET", $"users/{hidden.Name}/{list}")).Status);
        }
    }

    /// <summary>Page after page, by the links between them, which must lead to where the cursors do.</summary>
    private static async Task<List<PageBody<T>>> ReadThroughAsync<T>(HttpClient client, string? address, Func<Task>? betweenPages = null)
    {
        var pages = new List<PageBody<T>>();
        while (address is not null)
        {
            using var response = await client.GetAsync(address);
            var page = await response.ReadAsync<PageBody<T>>();
            pages.Add(page);
            address = response.Headers.TryGetValues("Link", out var links) ? NextLink().Match(Assert.Single(links)).Groups[1].Value : null;
            Assert.Equal(page.Next is not null, address is not null);
            Assert.EndsWith(page.Next ?? string.Empty, address ?? string.Empty, StringComparison.Ordinal);
            await (betweenPages?.Invoke() ?? Task.CompletedTask);
        }

        return pages;
    }

    [GeneratedRegex("^<(.*)>; rel=\"next\"$")]
    private static partial Regex NextLink();
}
