using System.Text.Json.Nodes;
using SystemDesign.Tests.Integration.Support;

namespace SystemDesign.Tests.Integration.Twitter;

/// <summary>No field leads to a tweet that a route would not show: by each way, of each who may not see it.</summary>
[Trait("Mission", "A3")]
public sealed class GraphPrivacyTests(App app) : IClassFixture<App>
{
    private const string Hidden = "of no concern to you";

    /// <summary>Each way from something that the reader may see to the tweet that they may not.</summary>
    private const string Ways =
        """
        query($id: ID!, $answer: ID!, $quote: ID!, $mother: ID!, $author: String!, $friend: String!) {
            tweet(id: $id) { text }
            thread(id: $id) { tweet { text } answered { text } }
            threadOfAnswer: thread(id: $answer) { answered { text } tweet { inReplyTo { text } } }
            answer: tweet(id: $answer) { inReplyTo { text } quote { text } }
            quote: tweet(id: $quote) { quote { text author { userName tweets(first: 5) { items { tweet { text } } } } } }
            mother: tweet(id: $mother) { replyCount quoteCount replies(first: 5) { items { text } } }
            author: person(userName: $author) { tweets(first: 5) { items { tweet { text replies(first: 5) { items { text } } } } } followers(first: 5) { items { tweets(first: 5) { items { tweet { text quote { text } } } } } } }
            friend: person(userName: $friend) { tweets(first: 5) { items { repostedBy { tweets(first: 5) { items { tweet { text } } } } tweet { text quote { text } inReplyTo { text } replies(first: 5) { items { text } } } } } }
            following: person(userName: $friend) { following(first: 5) { items { tweets(first: 5) { items { tweet { text } } } } } }
            feed { items { tweet { text quote { text } inReplyTo { text } replies(first: 5) { items { text } } } } }
            me { followers(first: 5) { items { tweets(first: 5) { items { tweet { text } } } } } following(first: 5) { items { tweets(first: 5) { items { tweet { text } } } } } }
        }
        """;

    [Theory]
    [InlineData("a stranger to a private author", false)]
    [InlineData("blocked by the author", false)]
    [InlineData("blocking the author", false)]
    [InlineData("following a private author", true)]
    [InlineData("anybody to an author who hides nothing", true)]
    public async Task No_way_leads_to_a_tweet_that_is_not_for_who_reads(string relation, bool sees)
    {
        using var author = await app.MemberAsync();
        using var friend = await app.MemberAsync();
        using var reader = await app.MemberAsync();
        await friend.Client.PutAsync($"/users/{author.UserName}/follow");
        await author.Client.PutAsync($"/users/{friend.UserName}/follow");
        await reader.Client.PutAsync($"/users/{friend.UserName}/follow");
        await friend.Client.PutAsync($"/users/{reader.UserName}/follow");
        await reader.Client.PutAsync($"/users/{author.UserName}/follow");

        var mother = await friend.Client.TweetAsync("asked");
        var id = await author.Client.TweetAsync(Hidden, inReplyTo: mother, quoteOf: mother);
        var answer = await friend.Client.TweetAsync("answered", inReplyTo: id);
        var quote = await friend.Client.TweetAsync("quoted", quoteOf: id);
        await friend.Client.PutAsync($"/tweet/{id}/repost");
        await RelateAsync(relation, author, reader);
        await app.DrainAsync();

        var answered = await reader.Client.AskAsync(Ways, new { id, answer, quote, mother, author = author.UserName, friend = friend.UserName });

        Assert.Equal(sees, answered.ToJsonString().Contains(Hidden, StringComparison.Ordinal));
        var data = answered["data"]!;
        Assert.Equal(sees ? 1 : 0, (int)data["mother"]!["replyCount"]!);
        Assert.Equal(sees ? 1 : 0, (int)data["mother"]!["quoteCount"]!);
        Assert.Equal(sees ? Hidden : null, (string?)data["answer"]!["inReplyTo"]?["text"]);
        Assert.Equal(sees ? Hidden : null, (string?)data["quote"]!["quote"]?["text"]);
        Assert.Equal(sees ? [] : ExpectedCodes(relation), Codes(answered).Distinct());
    }

    [Fact]
    public async Task What_is_only_for_who_follows_a_private_person_fails_as_by_a_route_and_the_rest_of_them_is_shown()
    {
        using var hidden = await app.MemberAsync(isPrivate: true);
        using var reader = await app.MemberAsync();

        var answer = await reader.Client.AskAsync(
            "query($name: String!) { person(userName: $name) { bio followerCount tweets { next } followers { next } following { next } } }", new { name = hidden.UserName });

        Assert.Equal("""{"person":{"bio":"","followerCount":0,"tweets":null,"followers":null,"following":null}}""", answer["data"]!.ToJsonString());
        Assert.Equal(["twitter.account-private", "twitter.account-private", "twitter.account-private"], Codes(answer));
    }

    [Fact]
    public async Task Of_whom_I_block_the_rest_is_shown_and_what_is_theirs_fails_as_by_a_route()
    {
        using var other = await app.MemberAsync();
        using var reader = await app.MemberAsync();
        await reader.Client.PutAsync($"/users/{other.UserName}/block");

        var answer = await reader.Client.AskAsync(
            "query($name: String!) { person(userName: $name) { relation { blocking } tweets { next } followers { next } } }", new { name = other.UserName });

        Assert.Equal("{\"person\":{\"relation\":{\"blocking\":true},\"tweets\":null,\"followers\":null}}", answer["data"]!.ToJsonString());
        Assert.Equal(["twitter.account-blocked", "twitter.account-blocked"], Codes(answer));
    }

    [Fact]
    public async Task Who_has_left_is_in_no_list_and_nothing_of_theirs_is_shown()
    {
        using var me = await app.MemberAsync();
        using var leaver = app.Anonymous();
        var somebody = await leaver.RegisteredAsync();
        leaver.Bearing((await leaver.TokensAsync(somebody)).AccessToken);
        await leaver.PutAsync($"/users/{me.UserName}/follow");
        var id = await me.Client.TweetAsync("asked");
        await leaver.TweetAsync(Hidden, inReplyTo: id);
        const string Query = "query($id: ID!) { me { followers { items { isPrivate } } } tweet(id: $id) { replyCount replies { items { text } } } }";
        Assert.Contains(Hidden, (await me.Client.DataAsync(Query, new { id })).ToJsonString(), StringComparison.Ordinal);

        using var left = await leaver.LeaveAsync(somebody.Password);
        left.EnsureSuccessStatusCode();
        await app.DrainAsync();

        Assert.Equal(
            "{\"me\":{\"followers\":{\"items\":[]}},\"tweet\":{\"replyCount\":0,\"replies\":{\"items\":[]}}}",
            (await me.Client.DataAsync(Query, new { id })).ToJsonString());
    }

    [Fact]
    public async Task No_change_is_made_to_a_tweet_that_is_not_for_me()
    {
        using var hidden = await app.MemberAsync(isPrivate: true);
        using var reader = await app.MemberAsync();
        var id = await hidden.Client.TweetAsync(Hidden);

        var answer = await reader.Client.AskAsync(
            """
            mutation($id: ID!) {
                like(id: $id) { text } unlike(id: $id) { text } repost(id: $id) { text } undoRepost(id: $id) { text } deleteTweet(id: $id)
                answer: postTweet(input: {text: "x", inReplyTo: $id}) { inReplyTo { text } } quote: postTweet(input: {text: "x", quoteOf: $id}) { quote { text } }
            }
            """,
            new { id });

        Assert.Equal("""{"like":null,"unlike":null,"repost":null,"undoRepost":null,"deleteTweet":null,"answer":null,"quote":null}""", answer["data"]!.ToJsonString());
        Assert.Equal(Enumerable.Repeat("twitter.tweet-not-found", 5), Codes(answer));
        var kept = (await hidden.Client.DataAsync("query($id: ID!) { tweet(id: $id) { likeCount repostCount replyCount quoteCount } }", new { id }))["tweet"]!;
        Assert.Equal("""{"likeCount":0,"repostCount":0,"replyCount":0,"quoteCount":0}""", kept.ToJsonString());
    }

    private static async Task RelateAsync(string relation, Member author, Member reader)
    {
        switch (relation)
        {
            case "a stranger to a private author":
                await reader.Client.DataAsync("mutation($name: String!) { unfollow(userName: $name) { userName } }", new { name = author.UserName });
                await author.Client.DataAsync("mutation { editProfile(input: {isPrivate: true}) { isPrivate } }");
                break;
            case "following a private author":
                await author.Client.DataAsync("mutation { editProfile(input: {isPrivate: true}) { isPrivate } }");
                break;
            case "blocked by the author":
                await author.Client.PutAsync($"/users/{reader.UserName}/block");
                break;
            case "blocking the author":
                await reader.Client.PutAsync($"/users/{author.UserName}/block");
                break;
            default:
                break;
        }
    }

    /// <summary>Each once, of what fails: the tweet itself, its thread, and what is the author's.</summary>
    private static string[] ExpectedCodes(string relation) => relation switch
    {
        "a stranger to a private author" => ["twitter.account-private", "twitter.tweet-not-found"],
        "blocking the author" => ["twitter.account-blocked", "twitter.tweet-not-found"],
        "blocked by the author" => ["twitter.person-not-found", "twitter.tweet-not-found"],
        _ => ["twitter.tweet-not-found"],
    };

    private static string[] Codes(JsonNode answer) =>
        [.. (answer["errors"]?.AsArray() ?? []).Select(error => (string)error!["extensions"]!["code"]!).Order(StringComparer.Ordinal)];
}
