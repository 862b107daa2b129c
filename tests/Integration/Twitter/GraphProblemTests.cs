using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text;
using SystemDesign.Tests.Integration.Support;

namespace SystemDesign.Tests.Integration.Twitter;

/// <summary>What is refused, and how a client learns of it.</summary>
[Trait("Mission", "A3")]
public sealed class GraphProblemTests(App app) : IClassFixture<App>
{
    [Theory]
    [InlineData("mutation { postTweet(input: {text: \"\"}) { id } }", "invalid-input", "text")]
    [InlineData("mutation { postTweet(input: {text: \"x\", media: [\"a\", \"b\", \"c\", \"d\", \"e\"]}) { id } }", "invalid-input", "media")]
    [InlineData("mutation { postTweet(input: {text: \"x\", inReplyTo: \"0193b0a4-7c1e-7a52-9d3b-1f6f6f0b2c11\"}) { id } }", "twitter.tweet-not-found", "inReplyTo")]
    [InlineData("mutation { editProfile(input: {bio: \"two\\nlines\"}) { bio } }", "invalid-input", "bio")]
    [InlineData("mutation { editProfile(input: {isPrivate: null}) { bio } }", "invalid-input", "isPrivate")]
    [InlineData("mutation { follow(userName: \"nobody_of_this_name\") { userName } }", "twitter.person-not-found", "userName")]
    [InlineData("mutation { like(id: \"0193b0a4-7c1e-7a52-9d3b-1f6f6f0b2c11\") { id } }", "twitter.tweet-not-found", null)]
    [InlineData("mutation { like(id: \"no id\") { id } }", "invalid-id", null)]
    [InlineData("{ person(userName: \"\") { userName } }", "twitter.person-not-found", "userName")]
    [InlineData("{ tweet(id: \"0193b0a4-7c1e-7a52-9d3b-1f6f6f0b2c11\") { id } }", "twitter.tweet-not-found", null)]
    [InlineData("{ thread(id: \"0193b0a4-7c1e-7a52-9d3b-1f6f6f0b2c11\") { tweet { id } } }", "twitter.tweet-not-found", null)]
    [InlineData("{ me { tweets(first: 0) { next } } }", "invalid-input", "first")]
    [InlineData("{ me { tweets(first: 101) { next } } }", "invalid-input", "first")]
    [InlineData("{ me { followers(after: \"no cursor\") { next } } }", "invalid-cursor", "after")]
    [InlineData("{ feed(after: \"no cursor\") { next } }", "invalid-cursor", "after")]
    public async Task A_field_fails_with_the_problem_of_a_route(string query, string code, string? field)
    {
        using var me = await app.MemberAsync();

        var failure = await me.Client.FailureAsync(query);

        Assert.Equal((code, field), ((string)failure["code"]!, (string?)failure["field"]));
        Assert.Equal(field is not null, failure["errors"]?[field ?? string.Empty]?.AsArray().Count > 0);
    }

    [Fact]
    public async Task What_is_nested_too_deep_is_refused_before_anything_is_read()
    {
        using var me = await app.MemberAsync();
        var query = $"{{ me {{ {string.Concat(Enumerable.Repeat("followers(first: 1) { items { ", 6))} userName {new string('}', 12)} }} }}";

        Assert.Equal("too-deep", (string)(await me.Client.FailureAsync(query))["code"]!);
    }

    [Fact]
    public async Task What_costs_too_much_is_refused_before_anything_is_read()
    {
        using var me = await app.MemberAsync();

        Assert.Equal("too-costly", (string)(await me.Client.FailureAsync("{ feed(first: 100) { items { tweet { replies(first: 100) { items { id } } } } } }"))["code"]!);
        Assert.Equal("too-costly", (string)(await me.Client.FailureAsync(
            "query($first: Int!) { feed(first: $first) { items { tweet { replies(first: $first) { items { id } } } } } }", new { first = 90 }))["code"]!);
        await me.Client.DataAsync("{ feed(first: 20) { items { tweet { id text author { userName bio } likeCount replies(first: 3) { items { id text author { userName } } } } } next } }");
    }

    [Fact]
    public async Task The_settings_say_how_deep_and_how_much()
    {
        await using var strict = new App(("Twitter:GraphQL:Depth", "2"), ("Twitter:GraphQL:Cost", "3"));
        using var me = await strict.MemberAsync();

        Assert.Equal("too-deep", (string)(await me.Client.FailureAsync("{ me { relation { following } } }"))["code"]!);
        Assert.Equal("too-costly", (string)(await me.Client.FailureAsync("{ me { userName displayName bio } }"))["code"]!);
        await me.Client.DataAsync("{ me { userName bio } }");
    }

    [Fact]
    public async Task A_get_is_for_queries_only()
    {
        using var me = await app.MemberAsync();

        using var read = await me.Client.GetAsync($"{GraphSteps.Path}?query={Uri.EscapeDataString("{ me { userName } }")}");
        using var change = await me.Client.GetAsync($"{GraphSteps.Path}?query={Uri.EscapeDataString("mutation { postTweet(input: {text: \"x\"}) { id } }")}");

        Assert.Equal($$$$"""{"data":{"me":{"userName":"{{{{me.UserName}}}}"}}}""", await read.Content.ReadAsStringAsync());
        Assert.Equal(HttpStatusCode.MethodNotAllowed, change.StatusCode);
        Assert.Equal(["POST"], change.Content.Headers.Allow);
        Assert.Equal(0, (int)(await me.Client.DataAsync("{ me { tweetCount } }"))["me"]!["tweetCount"]!);
    }

    [Theory]
    [InlineData("application/graphql-response+json", "{ me { userName } }", HttpStatusCode.OK)]
    [InlineData("application/graphql-response+json", "{ me { nothing } }", HttpStatusCode.BadRequest)]
    [InlineData("application/graphql-response+json", "{ person(userName: \"nobody\") { bio } }", HttpStatusCode.OK)]
    [InlineData("application/json", "{ me { userName } }", HttpStatusCode.OK)]
    [InlineData("application/json", "{ me { nothing } }", HttpStatusCode.OK)]
    public async Task The_status_is_of_the_media_type_that_is_asked_for(string type, string query, HttpStatusCode status)
    {
        using var me = await app.MemberAsync();
        using var request = new HttpRequestMessage(HttpMethod.Post, GraphSteps.Path) { Content = JsonContent.Create(new { query }) };
        request.Headers.Accept.Add(MediaTypeWithQualityHeaderValue.Parse(type));

        using var response = await me.Client.SendAsync(request);

        Assert.Equal((status, type), (response.StatusCode, response.Content.Headers.ContentType?.MediaType));
    }

    [Fact]
    public async Task What_is_no_request_is_a_4xx_whatever_is_asked_for()
    {
        using var me = await app.MemberAsync();

        using var form = await me.Client.PostAsync(new Uri(GraphSteps.Path, UriKind.Relative), new StringContent("query={me{userName}}", Encoding.UTF8, "application/x-www-form-urlencoded"));
        using var nothing = await me.Client.PostAsJsonAsync(GraphSteps.Path, new { });
        using var page = await me.Client.GetAsync($"{GraphSteps.Path}?query=%7Bme%7BuserName%7D%7D", "Accept", "text/html");

        Assert.Equal(HttpStatusCode.UnsupportedMediaType, form.StatusCode);
        Assert.Equal(HttpStatusCode.BadRequest, nothing.StatusCode);
        Assert.Equal(HttpStatusCode.NotAcceptable, page.StatusCode);
    }

    [Fact]
    public async Task Whoever_is_not_signed_in_is_told_so_as_by_any_route()
    {
        using var client = app.Anonymous();

        using var response = await client.PostAsJsonAsync(GraphSteps.Path, new { query = "{ me { userName } }" });

        Assert.Equal(HttpStatusCode.Unauthorized, response.StatusCode);
        Assert.Equal("unauthenticated", (await response.ProblemAsync()).Code);
    }

    [Fact]
    public async Task A_document_counts_as_one_request_of_the_routes_own_limit()
    {
        await using var limited = new App(("RateLimiting:Enabled", "true"), ("RateLimiting:Groups:twitter.graphql:PerMinute", "2"));
        using var me = await limited.MemberAsync();

        await me.Client.DataAsync("mutation { a: postTweet(input: {text: \"a\"}) { id } b: postTweet(input: {text: \"b\"}) { id } }");
        await me.Client.DataAsync("{ me { userName } }");
        using var refused = await me.Client.PostAsJsonAsync(GraphSteps.Path, new { query = "{ me { userName } }" });

        Assert.Equal("too-many-requests", (await refused.ProblemAsync()).Code);
        Assert.Equal(HttpStatusCode.TooManyRequests, refused.StatusCode);
    }

    [Fact]
    public async Task The_schema_is_answered_as_text()
    {
        using var me = await app.MemberAsync();

        var schema = await me.Client.GetStringAsync($"{GraphSteps.Path}?sdl");

        Assert.Contains("type Tweet {", schema, StringComparison.Ordinal);
        var types = (await me.Client.DataAsync("{ __schema { types { name } } }"))["__schema"]!["types"]!.AsArray().Select(type => (string)type!["name"]!);
        Assert.Contains("FeedPage", types);
    }
}
