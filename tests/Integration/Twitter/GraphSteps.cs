using System.Net.Http.Json;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using SystemDesign.Kernel.Identity;
using SystemDesign.Tests.Integration.Support;

namespace SystemDesign.Tests.Integration.Twitter;

/// <summary>Somebody who is signed in, and whom everybody can find.</summary>
internal sealed record Member(string UserName, HttpClient Client) : IDisposable
{
    public void Dispose() => Client.Dispose();
}

/// <summary>What people do by GraphQL, and by REST for what it is compared with.</summary>
internal static class GraphSteps
{
    public const string Path = "/api/twitter/graphql";

    /// <summary>A tweet with each member as REST names it.</summary>
    public const string Parts =
        """
        fragment Parts on Tweet {
            id author { userName displayName isPrivate } text createdAt inReplyTo: inReplyToId thread: threadId quoteOf: quoteOfId media { fileId url contentType bytes }
            mentions likes: likeCount reposts: repostCount replies: replyCount quotes: quoteCount liked reposted
        }
        fragment Shown on Tweet { ...Parts quote { ...Parts quote { id } } }
        """;

    /// <summary>The same of somebody.</summary>
    public const string ProfileParts =
        """
        fragment Profile on Person {
            userName displayName bio isPrivate tweets: tweetCount followers: followerCount following: followingCount joinedAt relation { following requested followsMe blocking muting }
        }
        """;

    private static int count;

    /// <summary>Somebody new. The token is real; an account costs a tenth of a second each. Whoever changes something is known from then on.</summary>
    public static async Task<Member> MemberAsync(this App app, bool isPrivate = false)
    {
        var (id, name) = (Guid.CreateVersion7(), $"Reader_{Interlocked.Increment(ref count)}");
        var token = app.Services.GetRequiredService<IAccessTokens>().Issue(new(id, name, $"Called {name}", [], Guid.CreateVersion7()));
        var member = new Member(name, app.Anonymous().Bearing(token.Value));
        using var response = await member.Client.EditAsync("/api/twitter/profile", isPrivate ? "{\"isPrivate\": true}" : "{\"isPrivate\": false}");
        response.EnsureSuccessStatusCode();
        return member;
    }

    /// <summary>Data and errors.</summary>
    public static async Task<JsonNode> AskAsync(this HttpClient client, string query, object? variables = null)
    {
        using var response = await client.PostAsJsonAsync(Path, new { query, variables });
        return JsonNode.Parse(await response.Content.ReadAsStringAsync())!;
    }

    public static async Task<JsonNode> DataAsync(this HttpClient client, string query, object? variables = null)
    {
        var answer = await client.AskAsync(query, variables);
        Assert.True(answer["errors"] is null, answer.ToJsonString());
        return answer["data"]!;
    }

    /// <summary>The extensions of the only error.</summary>
    public static async Task<JsonNode> FailureAsync(this HttpClient client, string query, object? variables = null)
    {
        var answer = await client.AskAsync(query, variables);
        return Assert.Single(answer["errors"]!.AsArray())!["extensions"]!;
    }

    public static async Task<JsonNode> RestAsync(this HttpClient client, string path) => JsonNode.Parse(await client.GetStringAsync($"/api/twitter{path}"))!;

    /// <returns>The tweet's ID.</returns>
    public static async Task<string> TweetAsync(this HttpClient client, string text, string? inReplyTo = null, string? quoteOf = null)
    {
        using var response = await client.PostAsJsonAsync("/api/twitter/tweet", new { text, inReplyTo, quoteOf });
        return (await response.ReadAsync<JsonElement>()).GetProperty("id").GetString()!;
    }

    public static async Task PutAsync(this HttpClient client, string path)
    {
        using var response = await client.PutAsync(new Uri($"/api/twitter{path}", UriKind.Relative), content: null);
        response.EnsureSuccessStatusCode();
    }

    public static void AssertSame(JsonNode? expected, JsonNode? actual) =>
        Assert.True(JsonNode.DeepEquals(expected, actual), $"expected {expected?.ToJsonString()}\nactual   {actual?.ToJsonString()}");
}
