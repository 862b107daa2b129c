using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using SystemDesign.Tests.Integration.Support;

namespace SystemDesign.Tests.Integration.Twitter;

/// <summary>A document is sent once, and asked for by its hash from then on.</summary>
[Trait("Mission", "A3")]
public sealed class GraphPersistedTests(App app) : IClassFixture<App>
{
    [Fact]
    public async Task A_query_is_asked_for_by_its_hash_with_a_get()
    {
        using var me = await app.MemberAsync();
        using var other = await app.MemberAsync();
        const string Query = "query A($name: String!) { person(userName: $name) { userName } }";

        var unknown = await GetAsync(me, HashOf(Query), null, new { name = other.UserName });
        var sent = await GetAsync(me, HashOf(Query), Query, new { name = other.UserName });
        var named = await GetAsync(other, HashOf(Query), null, new { name = me.UserName });

        Assert.Equal("PERSISTED_QUERY_NOT_FOUND", (string)unknown["errors"]![0]!["extensions"]!["code"]!);
        Assert.Equal(other.UserName, (string)sent["data"]!["person"]!["userName"]!);
        Assert.Equal(me.UserName, (string)named["data"]!["person"]!["userName"]!);
    }

    [Fact]
    public async Task Nobody_puts_another_document_under_a_hash()
    {
        using var me = await app.MemberAsync();
        const string Query = "query B { me { displayName } }";

        var refused = await GetAsync(me, HashOf(Query), "query B { me { userName } }", new { });
        var unknown = await GetAsync(me, HashOf(Query), null, new { });

        Assert.Equal("PERSISTED_QUERY_HASH_MISMATCH", (string)refused["errors"]![0]!["extensions"]!["code"]!);
        Assert.Equal("PERSISTED_QUERY_NOT_FOUND", (string)unknown["errors"]![0]!["extensions"]!["code"]!);
    }

    [Fact]
    public async Task What_is_read_by_a_hash_is_what_whoever_asks_may_see()
    {
        using var hidden = await app.MemberAsync(isPrivate: true);
        using var stranger = await app.MemberAsync();
        var id = await hidden.Client.TweetAsync("mine");
        const string Query = "query C($id: ID!) { tweet(id: $id) { text } }";

        var own = await GetAsync(hidden, HashOf(Query), Query, new { id });
        var strange = await GetAsync(stranger, HashOf(Query), null, new { id });

        Assert.Equal("mine", (string)own["data"]!["tweet"]!["text"]!);
        Assert.Equal("twitter.tweet-not-found", (string)strange["errors"]![0]!["extensions"]!["code"]!);
    }

    private static string HashOf(string query) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(query)));

    private static async Task<JsonNode> GetAsync(Member member, string hash, string? query, object variables)
    {
        var extensions = JsonSerializer.Serialize(new { persistedQuery = new { version = 1, sha256Hash = hash } });
        var path = $"{GraphSteps.Path}?extensions={Uri.EscapeDataString(extensions)}&variables={Uri.EscapeDataString(JsonSerializer.Serialize(variables))}";
        using var response = await member.Client.GetAsync(query is null ? path : $"{path}&query={Uri.EscapeDataString(query)}");
        return JsonNode.Parse(await response.Content.ReadAsStringAsync())!;
    }
}
