using System.Net;
using System.Net.Http.Headers;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using SystemDesign.GraphQL.Http;

namespace SystemDesign.Tests.GraphQL.Http;

/// <summary>The draft "GraphQL over HTTP", over HTTP.</summary>
public sealed class HttpTests : IAsyncLifetime
{
    private const string Newer = "application/graphql-response+json";

    private const string Older = "application/json";

    private readonly BirdsServer server = new(new GraphQLHttpOptions { BodySize = 10_000 });

    public Task InitializeAsync() => server.StartAsync();

    public async Task DisposeAsync() => await server.DisposeAsync();

    [Theory]
    [InlineData(Newer)]
    [InlineData(Older)]
    public async Task A_query_is_answered_in_the_type_that_is_accepted(string accept)
    {
        using var response = await PostAsync("""{"query":"query Q($id: ID!) { user(id: $id) { id } }","operationName":"Q","variables":{"id":1},"extensions":null}""", accept);

        Assert.Equal((HttpStatusCode.OK, accept, "utf-8"), (response.StatusCode, Type(response)?.MediaType, Type(response)?.CharSet));
        Assert.Equal("""{"data":{"user":{"id":"1"}}}""", await response.Content.ReadAsStringAsync());
    }

    [Theory]
    [InlineData("", Newer)]
    [InlineData("*/*", Newer)]
    [InlineData("application/*", Newer)]
    [InlineData("application/json, application/graphql-response+json", Older)]
    [InlineData("application/json;q=0.5, application/graphql-response+json;q=0.9", Newer)]
    [InlineData("application/graphql-response+json;q=0, application/json", Older)]
    [InlineData("*/*, application/graphql-response+json;q=0", Older)]
    [InlineData("text/html, application/graphql-response+json;charset=utf-8", Newer)]
    public async Task The_client_chooses_the_type(string accept, string type) => Assert.Equal(type, Type(await PostAsync("""{"query":"{ me { id } }"}""", accept))?.MediaType);

    [Theory]
    [InlineData("text/html")]
    [InlineData("application/xml, image/png")]
    [InlineData("application/json;charset=utf-16")]
    public async Task A_client_that_takes_neither_type_gets_nothing(string accept) =>
        Assert.Equal(HttpStatusCode.NotAcceptable, (await PostAsync("""{"query":"{ me { id } }"}""", accept)).StatusCode);

    [Theory]
    [InlineData("""{"query":"{"}""")]
    [InlineData("""{"query":"{ nothing }"}""")]
    [InlineData("""{"query":"query A { me { id } } query B { me { id } }"}""")]
    [InlineData("""{"query":"query ($id: ID!) { user(id: $id) { id } }"}""")]
    [InlineData("""{"extensions":{"persistedQuery":{"version":1,"sha256Hash":"00"}}}""")]
    public async Task A_request_that_cannot_be_executed_is_400_in_the_newer_type_and_200_in_the_older(string body)
    {
        using var newer = await PostAsync(body, Newer);
        using var older = await PostAsync(body, Older);

        Assert.Equal((HttpStatusCode.BadRequest, HttpStatusCode.OK), (newer.StatusCode, older.StatusCode));
        Assert.All([newer, older], response => Assert.NotNull(response.Content));
        var answer = JsonNode.Parse(await newer.Content.ReadAsStringAsync())!.AsObject();
        Assert.NotEmpty(answer["errors"]!.AsArray());
        Assert.False(answer.ContainsKey("data"));
    }

    [Theory]
    [InlineData("NONSENSE")]
    [InlineData("{\"query\":")]
    [InlineData("[]")]
    [InlineData("""{"qeury":"{ me { id } }"}""")]
    [InlineData("""{"query":7}""")]
    [InlineData("""{"query":"{ me { id } }","variables":[7]}""")]
    [InlineData("""{"query":"{ me { id } }","operationName":{}}""")]
    [InlineData("""{"query":"{ me { id } }","extensions":""}""")]
    [InlineData("""{"query":"{ me { id } }","query":"{ me { id } }"}""")]
    [InlineData("""{"query":"{ me { id } }","extensions":{"persistedQuery":{"version":2,"sha256Hash":"00"}}}""")]
    public async Task A_request_that_is_not_well_formed_is_400_in_both_types(string body)
    {
        using var newer = await PostAsync(body, Newer);
        using var older = await PostAsync(body, Older);

        Assert.Equal((HttpStatusCode.BadRequest, HttpStatusCode.BadRequest), (newer.StatusCode, older.StatusCode));
        Assert.Single(JsonNode.Parse(await older.Content.ReadAsStringAsync())!["errors"]!.AsArray());
    }

    [Fact]
    public async Task Data_with_errors_is_200_and_so_is_data_that_is_null()
    {
        using var partial = await PostAsync("""{"query":"{ tweet(id: 10) { secret } }"}""", Newer);
        using var nothing = await PostAsync("""{"query":"{ failing { id } }"}""", Newer);

        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.OK), (partial.StatusCode, nothing.StatusCode));
    }

    [Theory]
    [InlineData("text/plain")]
    [InlineData("application/x-www-form-urlencoded")]
    [InlineData("multipart/form-data")]
    [InlineData("application/json; charset=utf-16")]
    [InlineData(null)]
    public async Task What_a_form_of_another_site_could_send_is_415(string? type)
    {
        using var content = new ByteArrayContent("""{"query":"mutation { refuse { id } }"}"""u8.ToArray());
        content.Headers.ContentType = type is null ? null : MediaTypeHeaderValue.Parse(type);
        using var response = await server.Client.PostAsync("/graphql", content);

        Assert.Equal(HttpStatusCode.UnsupportedMediaType, response.StatusCode);
    }

    [Fact]
    public async Task A_body_beyond_the_limit_is_413() =>
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, (await PostAsync($$"""{"query":"{ me { id } } #{{new string('x', 10_000)}}"}""", Newer)).StatusCode);

    [Fact]
    public async Task A_query_can_be_a_GET()
    {
        var query = Uri.EscapeDataString("query Q($id: ID!) { user(id: $id) { id } }");
        using var response = await server.Client.GetAsync($"/graphql?query={query}&operationName=Q&variables={Uri.EscapeDataString("""{"id":"2"}""")}");

        Assert.Equal("""{"data":{"user":{"id":"2"}}}""", await response.Content.ReadAsStringAsync());
    }

    [Theory]
    [InlineData(Newer)]
    [InlineData(Older)]
    public async Task A_mutation_by_GET_is_405(string accept)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, $"/graphql?query={Uri.EscapeDataString("mutation { refuse { id } }")}");
        request.Headers.Accept.ParseAdd(accept);
        using var response = await server.Client.SendAsync(request);

        Assert.Equal(HttpStatusCode.MethodNotAllowed, response.StatusCode);
        Assert.Equal(["POST"], response.Content.Headers.Allow);
    }

    [Theory]
    [InlineData("/graphql")]
    [InlineData("/graphql?query=%7Bme%7Bid%7D%7D&variables=nonsense")]
    [InlineData("/graphql?query=%7Bme%7Bid%7D%7D&variables=%5B%5D")]
    public async Task A_GET_that_is_not_well_formed_is_400(string address) => Assert.Equal(HttpStatusCode.BadRequest, (await server.Client.GetAsync(address)).StatusCode);

    [Theory]
    [InlineData("PUT")]
    [InlineData("DELETE")]
    public async Task Other_methods_are_405(string method)
    {
        using var request = new HttpRequestMessage(new(method), "/graphql");

        Assert.Equal(HttpStatusCode.MethodNotAllowed, (await server.Client.SendAsync(request)).StatusCode);
    }

    [Fact]
    public async Task A_document_is_sent_once_and_named_by_its_hash_from_then_on()
    {
        const string Document = "{ me { id } }";
        var hash = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(Document)));
        var extensions = $$$"""{"persistedQuery":{"version":1,"sha256Hash":"{{{hash}}}"}}""";

        using var unknown = await PostAsync($$"""{"extensions":{{extensions}}}""", Older);
        using var sent = await PostAsync($$"""{"query":"{{Document}}","extensions":{{extensions}}}""", Older);
        using var named = await server.Client.GetAsync($"/graphql?extensions={Uri.EscapeDataString(extensions)}");

        Assert.Contains("\"PersistedQueryNotFound\"", await unknown.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Equal("""{"data":{"me":{"id":"1"}}}""", await sent.Content.ReadAsStringAsync());
        Assert.Equal("""{"data":{"me":{"id":"1"}}}""", await named.Content.ReadAsStringAsync());
    }

    [Fact]
    public async Task A_document_under_the_hash_of_another_is_refused()
    {
        var extensions = $$$"""{"persistedQuery":{"version":1,"sha256Hash":"{{{new string('0', 64)}}}"}}""";

        using var response = await PostAsync($$"""{"query":"{ me { id } }","extensions":{{extensions}}}""", Newer);

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        Assert.Contains("PERSISTED_QUERY_HASH_MISMATCH", await response.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_schema_is_served_as_text() =>
        Assert.Contains("type Tweet implements Written & Node {", await server.Client.GetStringAsync("/graphql?sdl"), StringComparison.Ordinal);

    private async Task<HttpResponseMessage> PostAsync(string body, string accept)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/graphql") { Content = new StringContent(body, Encoding.UTF8, "application/json") };
        if (accept.Length > 0)
        {
            request.Headers.Accept.ParseAdd(accept);
        }

        return await server.Client.SendAsync(request);
    }

    private static MediaTypeHeaderValue? Type(HttpResponseMessage response) => response.Content.Headers.ContentType;
}
