using SystemDesign.Tests.Integration.Support;
using static SystemDesign.Tests.Integration.Twitter.GraphSteps;

namespace SystemDesign.Tests.Integration.Twitter;

/// <summary>What is read by GraphQL is what is read by REST.</summary>
[Trait("Mission", "A3")]
public sealed class GraphQueryTests(App app) : IClassFixture<App>
{
    [Fact]
    public async Task TW_7_I_and_somebody_else_are_as_rest_shows_them()
    {
        using var me = await app.MemberAsync();
        using var other = await app.MemberAsync();
        await me.Client.PutAsync($"/users/{other.UserName}/follow");
        await other.Client.TweetAsync("hello");

        var data = await me.Client.DataAsync(
            $"query($name: String!) {{ me {{ ...Profile }} person(userName: $name) {{ ...Profile }} }} {ProfileParts}", new { name = other.UserName.ToUpperInvariant() });

        AssertSame(await me.Client.RestAsync($"/users/{me.UserName}"), data["me"]);
        AssertSame(await me.Client.RestAsync($"/users/{other.UserName}"), data["person"]);
        Assert.True((bool)data["person"]!["relation"]!["following"]!);
    }

    [Fact]
    public async Task TW_7_A_tweet_with_its_quote_and_mentions_is_as_rest_shows_it()
    {
        using var me = await app.MemberAsync();
        using var other = await app.MemberAsync();
        var quoted = await other.Client.TweetAsync("to be quoted");
        var id = await me.Client.TweetAsync($"hello @{other.UserName}", inReplyTo: quoted, quoteOf: quoted);
        await other.Client.PutAsync($"/tweet/{id}/like");
        await other.Client.PutAsync($"/tweet/{id}/repost");

        var data = await other.Client.DataAsync($"query($id: ID!) {{ tweet(id: $id) {{ ...Shown }} }} {Parts}", new { id });

        AssertSame(await other.Client.RestAsync($"/tweet/{id}"), data["tweet"]);
        Assert.Equal(quoted, (string)data["tweet"]!["quote"]!["id"]!);
        Assert.True((bool)data["tweet"]!["liked"]!);
    }

    [Fact]
    public async Task TW_7_A_thread_is_as_rest_shows_it()
    {
        using var me = await app.MemberAsync();
        var first = await me.Client.TweetAsync("first");
        var second = await me.Client.TweetAsync("second", inReplyTo: first);
        var third = await me.Client.TweetAsync("third", inReplyTo: second);

        var data = await me.Client.DataAsync($"query($id: ID!) {{ thread(id: $id) {{ answered {{ ...Shown }} tweet {{ ...Shown }} }} }} {Parts}", new { id = third });

        AssertSame(await me.Client.RestAsync($"/tweet/{third}/thread"), data["thread"]);
        Assert.Equal(2, data["thread"]!["answered"]!.AsArray().Count);
    }

    [Fact]
    public async Task TW_7_Replies_are_pages_with_rests_own_cursors()
    {
        using var me = await app.MemberAsync();
        var id = await me.Client.TweetAsync("first");
        for (var number = 0; number < 3; number++)
        {
            await me.Client.TweetAsync($"answer {number}", inReplyTo: id);
        }

        const string Query = $"query($id: ID!, $after: String) {{ tweet(id: $id) {{ replies(first: 2, after: $after) {{ items {{ ...Shown }} next }} }} }} {Parts}";
        var first = (await me.Client.DataAsync(Query, new { id }))["tweet"]!["replies"]!;
        var next = (string)first["next"]!;
        var second = (await me.Client.DataAsync(Query, new { id, after = next }))["tweet"]!["replies"]!;

        AssertSame(await me.Client.RestAsync($"/tweet/{id}/replies?limit=2"), first);
        AssertSame(await me.Client.RestAsync($"/tweet/{id}/replies?limit=2&cursor={next}"), second);
        Assert.Null((string?)second["next"]);
    }

    [Fact]
    public async Task TW_7_What_somebody_wrote_and_reposted_is_a_page_as_rest_has_it()
    {
        using var me = await app.MemberAsync();
        using var other = await app.MemberAsync();
        var theirs = await other.Client.TweetAsync("theirs");
        await me.Client.TweetAsync("mine");
        app.Clock.Advance(TimeSpan.FromSeconds(1));
        await me.Client.PutAsync($"/tweet/{theirs}/repost");
        app.Clock.Advance(TimeSpan.FromSeconds(1));
        await me.Client.TweetAsync("mine again");

        const string Query = $"query($name: String!, $after: String) {{ person(userName: $name) {{ tweets(first: 2, after: $after) {{ items {{ id repostedBy {{ userName displayName isPrivate }} tweet {{ ...Shown }} }} next }} }} }} {Parts}";
        var first = (await other.Client.DataAsync(Query, new { name = me.UserName }))["person"]!["tweets"]!;
        var next = (string)first["next"]!;
        var second = (await other.Client.DataAsync(Query, new { name = me.UserName, after = next }))["person"]!["tweets"]!;

        AssertSame(await other.Client.RestAsync($"/users/{me.UserName}/tweets?limit=2"), first);
        AssertSame(await other.Client.RestAsync($"/users/{me.UserName}/tweets?limit=2&cursor={next}"), second);
        Assert.Equal(me.UserName, (string)first["items"]![1]!["repostedBy"]!["userName"]!);
    }

    [Fact]
    public async Task TW_6_A_feed_is_pages_as_rest_has_them()
    {
        using var me = await app.MemberAsync();
        using var other = await app.MemberAsync();
        using var third = await app.MemberAsync();
        await me.Client.PutAsync($"/users/{other.UserName}/follow");
        var theirs = await third.Client.TweetAsync("theirs");
        app.Clock.Advance(TimeSpan.FromSeconds(1));
        await other.Client.TweetAsync("of whom I follow");
        app.Clock.Advance(TimeSpan.FromSeconds(1));
        await other.Client.PutAsync($"/tweet/{theirs}/repost");
        app.Clock.Advance(TimeSpan.FromSeconds(1));
        await me.Client.TweetAsync("mine");
        await app.DrainAsync();

        const string Query = $"query($after: String) {{ feed(first: 2, after: $after) {{ items {{ id repostedBy {{ userName displayName isPrivate }} tweet {{ ...Shown }} }} next }} }} {Parts}";
        var first = (await me.Client.DataAsync(Query))["feed"]!;
        var next = (string)first["next"]!;
        var second = (await me.Client.DataAsync(Query, new { after = next }))["feed"]!;

        AssertSame(await me.Client.RestAsync("/feed?limit=2"), first);
        AssertSame(await me.Client.RestAsync($"/feed?limit=2&cursor={next}"), second);
        Assert.Equal(["mine", "theirs", "of whom I follow"], first["items"]!.AsArray().Concat(second["items"]!.AsArray()).Select(item => (string)item!["tweet"]!["text"]!));
    }

    [Theory]
    [InlineData("followers")]
    [InlineData("following")]
    public async Task TW_10_Edges_of_the_graph_are_pages_as_rest_has_them(string list)
    {
        using var me = await app.MemberAsync();
        List<Member> others = [await app.MemberAsync(), await app.MemberAsync(), await app.MemberAsync(), await app.MemberAsync()];
        foreach (var other in others)
        {
            await (list == "followers" ? other.Client.PutAsync($"/users/{me.UserName}/follow") : me.Client.PutAsync($"/users/{other.UserName}/follow"));
        }

        // The one who reads blocks the second, who so is in no list that they see.
        using var reader = await app.MemberAsync();
        await reader.Client.PutAsync($"/users/{others[1].UserName}/block");
        var query = $"query($name: String!, $after: String) {{ person(userName: $name) {{ {list}(first: 2, after: $after) {{ items {{ userName displayName isPrivate }} next }} }} }}";
        var first = (await reader.Client.DataAsync(query, new { name = me.UserName }))["person"]![list]!;
        var next = (string)first["next"]!;
        var second = (await reader.Client.DataAsync(query, new { name = me.UserName, after = next }))["person"]![list]!;

        AssertSame(await reader.Client.RestAsync($"/users/{me.UserName}/{list}?limit=2"), first);
        AssertSame(await reader.Client.RestAsync($"/users/{me.UserName}/{list}?limit=2&cursor={next}"), second);
        string[] seen = [.. first["items"]!.AsArray().Concat(second["items"]!.AsArray()).Select(item => (string)item!["userName"]!)];
        Assert.Equal([others[0].UserName, others[2].UserName, others[3].UserName], seen);
        others.ForEach(other => other.Dispose());
    }

    [Fact]
    public async Task Who_asks_to_follow_me_is_a_page_as_rest_has_it()
    {
        using var me = await app.MemberAsync(isPrivate: true);
        using var other = await app.MemberAsync();
        await other.Client.PutAsync($"/users/{me.UserName}/follow");

        var data = await me.Client.DataAsync("{ followRequests { items { userName displayName isPrivate } next } }");

        AssertSame(await me.Client.RestAsync("/follow-requests"), data["followRequests"]);
        Assert.Equal(other.UserName, (string)Assert.Single(data["followRequests"]!["items"]!.AsArray())!["userName"]!);
    }

    [Fact]
    public async Task One_document_asks_for_several_things_under_names_of_its_own()
    {
        using var me = await app.MemberAsync();
        using var other = await app.MemberAsync();
        var id = await me.Client.TweetAsync("hello");

        var data = await me.Client.DataAsync(
            """
            query Both($mine: String!, $theirs: String!, $id: ID!, $long: Boolean = false) {
                mine: person(userName: $mine) { ...Names }
                theirs: person(userName: $theirs) { ...Names }
                tweet(id: $id) { text ... on Tweet { author { ...Names } } likeCount @include(if: $long) }
            }
            fragment Names on Person { userName }
            """,
            new { mine = me.UserName, theirs = other.UserName, id });

        Assert.Equal(
            $$$$"""{"mine":{"userName":"{{{{me.UserName}}}}"},"theirs":{"userName":"{{{{other.UserName}}}}"},"tweet":{"text":"hello","author":{"userName":"{{{{me.UserName}}}}"}}}""",
            data.ToJsonString());
    }
}
