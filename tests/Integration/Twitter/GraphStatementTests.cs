using System.Net.Http.Json;
using System.Text.Json.Nodes;
using SystemDesign.Tests.Integration.Support;

namespace SystemDesign.Tests.Integration.Twitter;

/// <summary>How many statements a document costs follows from what it asks for, and not from how much there is (N + 1 = 1).</summary>
[Trait("Mission", "A3")]
public sealed class GraphStatementTests(App app) : IClassFixture<App>
{
    private const int Tweets = 20;

    /// <summary>Tweets of one millisecond are in no order that a test could know.</summary>
    private static readonly TimeSpan OfTheNext = TimeSpan.FromMilliseconds(1);

    private const string Page =
        """
        query($name: String!, $first: Int!) {
            person(userName: $name) {
                tweets(first: $first) {
                    items {
                        repostedBy { bio }
                        tweet {
                            id text likeCount repostCount replyCount quoteCount liked reposted mentions media { url }
                            author { userName bio followerCount relation { following } }
                            inReplyTo { text } quote { text author { bio } }
                            replies(first: 2) { items { text liked author { userName bio tweetCount } } next }
                        }
                    }
                    next
                }
            }
        }
        """;

    private const string Feed =
        """
        query($first: Int!) {
            feed(first: $first) {
                items { tweet { text likeCount liked author { bio relation { following } } replies(first: 2) { items { text author { bio } } next } } }
                next
            }
        }
        """;

    private const string Lists =
        """
        query($name: String!, $first: Int!) {
            person(userName: $name) {
                tweets(first: $first) {
                    items { tweet { replies(first: 2) { items { author { tweets(first: 1) { items { tweet { text } } } followers(first: 1) { items { bio } } following(first: 1) { items { userName } } } } } } }
                }
            }
        }
        """;

    [Fact]
    public async Task TW_7_A_page_of_20_tweets_with_authors_counts_and_first_replies_costs_no_more_statements_than_one_of_5()
    {
        using var author = await app.MemberAsync();
        using var reader = await app.MemberAsync();
        await FillAsync(author, [await app.MemberAsync(), await app.MemberAsync(), await app.MemberAsync()]);
        await reader.Client.PutAsync($"/users/{author.UserName}/follow");
        await app.DrainAsync();

        foreach (var (query, bound) in new[] { (Page, 15), (Feed, 15), (Lists, 25) })
        {
            var asking = query == Feed ? author : reader;
            await CountAsync(asking, query, author.UserName, 1);
            var (few, statements) = await CountAsync(asking, query, author.UserName, 5);
            var (many, statementsOfMany) = await CountAsync(asking, query, author.UserName, Tweets);

            Assert.Equal((5, Tweets), (few, many));
            Assert.True(statementsOfMany.Count <= statements.Count, $"{statements.Count} and {statementsOfMany.Count}:\n{string.Join("\n\n", statementsOfMany)}");
            Assert.InRange(statements.Count, 1, bound);
        }
    }

    [Fact]
    public async Task What_is_read_for_many_is_what_is_read_for_each()
    {
        using var author = await app.MemberAsync();
        using var reader = await app.MemberAsync();
        await FillAsync(author, [await app.MemberAsync(), await app.MemberAsync(), await app.MemberAsync()]);

        var page = (await reader.Client.DataAsync(Page, new { name = author.UserName, first = Tweets }))["person"]!["tweets"]!;

        foreach (var item in page["items"]!.AsArray().Take(3))
        {
            var tweet = item!["tweet"]!;
            var alone = (await reader.Client.RestAsync($"/tweet/{tweet["id"]}/replies?limit=2"))!;
            Assert.Equal(alone["items"]!.AsArray().Select(reply => (string)reply!["text"]!), tweet["replies"]!["items"]!.AsArray().Select(reply => (string)reply!["text"]!));
            Assert.Equal((string?)alone["next"], (string?)tweet["replies"]!["next"]);
            Assert.NotNull((string?)tweet["replies"]!["next"]);
        }
    }

    /// <summary>Each tweet with three replies, by three people who follow each other.</summary>
    private async Task FillAsync(Member author, IReadOnlyList<Member> others)
    {
        foreach (var (number, other) in others.Index())
        {
            await other.Client.PutAsync($"/users/{others[(number + 1) % others.Count].UserName}/follow");
            app.Clock.Advance(OfTheNext);
            await other.Client.TweetAsync("of my own");
        }

        string? last = null;
        for (var number = 0; number < Tweets; number++)
        {
            app.Clock.Advance(OfTheNext);
            last = await author.Client.TweetAsync($"tweet {number}", inReplyTo: last, quoteOf: last);
            foreach (var other in others)
            {
                app.Clock.Advance(OfTheNext);
                await other.Client.TweetAsync($"answer of {other.UserName} to {number}", inReplyTo: last);
            }
        }
    }

    /// <returns>How many items the page has, and what was asked of the databases for it.</returns>
    private async Task<(int Items, IReadOnlyList<string> Statements)> CountAsync(Member reader, string query, string name, int first)
    {
        // Nothing is kept from the documents before.
        app.Clock.Advance(TimeSpan.FromMinutes(1));
        var counted = $"{Guid.NewGuid()}";
        using var request = new HttpRequestMessage(HttpMethod.Post, GraphSteps.Path) { Content = JsonContent.Create(new { query, variables = new { name, first } }) };
        request.Headers.Add(Queries.Header, counted);
        using var response = await reader.Client.SendAsync(request);
        var answer = JsonNode.Parse(await response.Content.ReadAsStringAsync())!;
        Assert.True(answer["errors"] is null, answer.ToJsonString());
        var page = answer["data"]!["feed"] ?? answer["data"]!["person"]!["tweets"]!;
        return (page["items"]!.AsArray().Count, [.. app.Queries.For(counted)]);
    }
}
