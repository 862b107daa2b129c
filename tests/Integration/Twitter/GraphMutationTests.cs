using System.Net.Http.Json;
using System.Text.Json.Nodes;
using SystemDesign.Tests.Integration.Support;
using static SystemDesign.Tests.Integration.Twitter.GraphSteps;

namespace SystemDesign.Tests.Integration.Twitter;

/// <summary>What is changed by GraphQL is answered as it is then, and is what REST reads afterwards.</summary>
[Trait("Mission", "A3")]
public sealed class GraphMutationTests(App app) : IClassFixture<App>
{
    [Fact]
    public async Task TW_5_A_tweet_is_posted_and_deleted()
    {
        using var me = await app.MemberAsync();
        var answered = await me.Client.TweetAsync("first");

        var posted = await me.Client.DataAsync(
            $"mutation($input: NewTweet!) {{ postTweet(input: $input) {{ ...Shown }} }} {Parts}",
            new { input = new { text = " hello ", inReplyTo = answered, quoteOf = answered, media = Array.Empty<string>() } });
        var id = (string)posted["postTweet"]!["id"]!;

        AssertSame(await me.Client.RestAsync($"/tweet/{id}"), posted["postTweet"]);
        Assert.Equal("hello", (string)posted["postTweet"]!["text"]!);
        var deleted = await me.Client.DataAsync("mutation($id: ID!) { deleteTweet(id: $id) }", new { id });
        Assert.Equal(id, (string)deleted["deleteTweet"]!);
        Assert.Equal("twitter.tweet-not-found", (string)(await me.Client.FailureAsync("query($id: ID!) { tweet(id: $id) { id } }", new { id }))["code"]!);
    }

    [Fact]
    public async Task A_document_that_posts_one_tweet_can_be_sent_twice_under_a_key()
    {
        using var me = await app.MemberAsync();

        var first = await PostUnderKeyAsync(me.Client);
        var second = await PostUnderKeyAsync(me.Client);

        AssertSame(first, second);
        Assert.Equal(1, (int)(await me.Client.DataAsync("{ me { tweetCount } }"))["me"]!["tweetCount"]!);
    }

    [Fact]
    public async Task A_tweet_is_liked_reposted_and_neither_any_more()
    {
        using var me = await app.MemberAsync();
        using var other = await app.MemberAsync();
        var id = await other.Client.TweetAsync("hello");

        Assert.Equal("1,true,0,false", await ChangeAsync(me.Client, "like", id));
        Assert.Equal("1,true,1,true", await ChangeAsync(me.Client, "repost", id));
        Assert.Equal("1,true,1,true", await ChangeAsync(me.Client, "repost", id));
        Assert.Equal("0,false,1,true", await ChangeAsync(me.Client, "unlike", id));
        Assert.Equal("0,false,0,false", await ChangeAsync(me.Client, "undoRepost", id));
    }

    [Fact]
    public async Task What_I_cannot_see_any_more_is_taken_back_and_answered_as_nothing()
    {
        using var me = await app.MemberAsync();
        using var other = await app.MemberAsync();
        var id = await other.Client.TweetAsync("hello");
        await ChangeAsync(me.Client, "like", id);
        await other.Client.PutAsync($"/users/{me.UserName}/block");

        var data = await me.Client.DataAsync("mutation($id: ID!) { unlike(id: $id) { id } }", new { id });

        Assert.Equal("""{"unlike":null}""", data.ToJsonString());
        Assert.Equal(0, (int)(await other.Client.RestAsync($"/tweet/{id}"))["likes"]!);
    }

    [Fact]
    public async Task TW_10_People_are_followed_muted_blocked_and_neither_any_more()
    {
        using var me = await app.MemberAsync();
        using var other = await app.MemberAsync();

        Assert.Equal("following", await RelateAsync(me.Client, "follow", other));
        Assert.Equal("following muting", await RelateAsync(me.Client, "mute", other));
        Assert.Equal("blocking muting", await RelateAsync(me.Client, "block", other));
        Assert.Equal("muting", await RelateAsync(me.Client, "unblock", other));
        Assert.Equal("", await RelateAsync(me.Client, "unmute", other));
        Assert.Equal("following", await RelateAsync(me.Client, "follow", other));
        Assert.Equal("", await RelateAsync(me.Client, "unfollow", other));
    }

    [Fact]
    public async Task A_profile_is_edited_and_who_asked_to_follow_is_accepted_or_declined()
    {
        using var me = await app.MemberAsync();
        using var accepted = await app.MemberAsync();
        using var declined = await app.MemberAsync();

        var edited = await me.Client.DataAsync(
            $"mutation($input: ProfileChanges!) {{ editProfile(input: $input) {{ ...Profile }} }} {ProfileParts}", new { input = new { bio = "Analyst", isPrivate = true } });
        Assert.Equal("requested", await RelateAsync(accepted.Client, "follow", me));
        Assert.Equal("requested", await RelateAsync(declined.Client, "follow", me));
        Assert.Equal("followsMe", await RelateAsync(me.Client, "acceptFollower", accepted));
        Assert.Equal("", await RelateAsync(me.Client, "declineFollower", declined));

        Assert.Equal(("Analyst", true), ((string)edited["editProfile"]!["bio"]!, (bool)edited["editProfile"]!["isPrivate"]!));
        Assert.Equal(1, (int)(await me.Client.RestAsync($"/users/{me.UserName}"))["followers"]!);
        var cleared = await me.Client.DataAsync("mutation { editProfile(input: {bio: null}) { bio isPrivate } }");
        Assert.Equal("""{"editProfile":{"bio":"","isPrivate":true}}""", cleared.ToJsonString());
    }

    [Fact]
    public async Task Changes_come_one_after_the_other_and_each_sees_those_before_it()
    {
        using var me = await app.MemberAsync();
        using var other = await app.MemberAsync();
        var id = await other.Client.TweetAsync("hello");

        var data = await me.Client.DataAsync(
            "mutation($id: ID!) { a: like(id: $id) { likeCount } b: unlike(id: $id) { likeCount } c: like(id: $id) { likeCount } }", new { id });

        Assert.Equal("""{"a":{"likeCount":1},"b":{"likeCount":0},"c":{"likeCount":1}}""", data.ToJsonString());
    }

    [Fact]
    public async Task A_change_that_fails_undoes_none_of_the_others()
    {
        using var me = await app.MemberAsync();
        var id = await me.Client.TweetAsync("hello");

        var answer = await me.Client.AskAsync("mutation($id: ID!) { like(id: $id) { liked } repost(id: $id) { id } }", new { id });

        Assert.Equal("""{"like":{"liked":true},"repost":null}""", answer["data"]!.ToJsonString());
        Assert.Equal("twitter.own-tweet", (string)answer["errors"]![0]!["extensions"]!["code"]!);
        Assert.Equal("""["repost"]""", answer["errors"]![0]!["path"]!.ToJsonString());
        Assert.Equal(1, (int)(await me.Client.RestAsync($"/tweet/{id}"))["likes"]!);
    }

    private static async Task<JsonNode> PostUnderKeyAsync(HttpClient client)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, GraphSteps.Path)
        {
            Content = JsonContent.Create(new { query = "mutation { postTweet(input: {text: \"once\"}) { id } }" }),
        };
        request.Headers.Add("Idempotency-Key", "the-same");
        using var response = await client.SendAsync(request);
        var answer = JsonNode.Parse(await response.Content.ReadAsStringAsync())!;
        Assert.True(answer["errors"] is null, answer.ToJsonString());
        return answer;
    }

    /// <returns>Likes, whether I like it, reposts, whether I reposted it.</returns>
    private static async Task<string> ChangeAsync(HttpClient client, string mutation, string id)
    {
        var data = await client.DataAsync($"mutation($id: ID!) {{ {mutation}(id: $id) {{ likeCount liked repostCount reposted }} }}", new { id });
        return string.Join(',', data[mutation]!.AsObject().Select(field => field.Value!.ToJsonString()));
    }

    /// <returns>What there is between the two afterwards.</returns>
    private static async Task<string> RelateAsync(HttpClient client, string mutation, Member other)
    {
        var data = await client.DataAsync(
            $"mutation($name: String!) {{ {mutation}(userName: $name) {{ relation {{ following requested followsMe blocking muting }} }} }}", new { name = other.UserName });
        return string.Join(' ', data[mutation]!["relation"]!.AsObject().Where(field => (bool)field.Value!).Select(field => field.Key));
    }
}
