using System.Net;
using Microsoft.Extensions.DependencyInjection;
using SystemDesign.Media.Data;
using SystemDesign.Media.Domain.Objects;
using SystemDesign.Tests.Integration.Support;

namespace SystemDesign.Tests.Integration.Media;

/// <summary>What the operator sees of the storage.</summary>
[Trait("Notes", "DB-8")]
public sealed class LedgerTests(MediaApp app) : IClassFixture<MediaApp>
{
    private const string Storage = "/api/media/operator/storage";
    private const string Unused = "/api/media/operator/unused";
    private const long Terabyte = 1_000_000_000_000;

    [Fact]
    public async Task DB_8_The_ledger_counts_what_is_where_and_what_the_cold_part_saves()
    {
        await using var own = new MediaApp();
        using var client = await OperatorAsync(own);
        await own.App.UntilHasRunAsync(own.App.Services.GetRequiredService<ThawAsked>().Name);
        foreach (var (tier, bytes) in new[]
        {
            (MediaTier.Hot, 10), (MediaTier.Leaving, 20), (MediaTier.Thawing, 40), (MediaTier.Freezing, Terabyte), (MediaTier.Cold, Terabyte / 2),
        })
        {
            await own.SetAsync(await own.KeepAsync(MediaSteps.SomeBytes(10)), tier: tier, bytes: bytes);
        }

        var ledger = await ReadAsync<LedgerBody>(client, Storage);

        Assert.Equal((new SumBody(2, 30), new SumBody(2, Terabyte + (Terabyte / 2)), new SumBody(1, 40)), (ledger.Hot, ledger.Cold, ledger.Thawing));
        Assert.Equal(new MoneyBody((2_300 - 360) * 3 / 2, "USD"), ledger.MonthlySaving);
    }

    [Fact]
    public async Task The_ledger_shows_how_often_the_edge_spares_the_store()
    {
        await using var own = new MediaApp();
        using var client = await OperatorAsync(own);
        var name = await own.KeepAsync(MediaSteps.SomeBytes(1_000));
        Assert.Null((await ReadAsync<LedgerBody>(client, Storage)).Edge.HitRatio);
        for (var read = 0; read < 4; read++)
        {
            await own.BytesAsync(name);
        }

        var edge = (await ReadAsync<LedgerBody>(client, Storage)).Edge;

        Assert.Equal((3, 1, 0, 0.75, 1_000), (edge.Hits, edge.Misses, edge.Shared, edge.HitRatio!.Value, edge.OriginBytes));
        Assert.Equal((1, 128 * 1024 * 1024), (edge.Segments, edge.LimitBytes));
        Assert.InRange(edge.Bytes, 1_000, 2_000);
    }

    [Fact]
    public async Task DB_8_The_longest_unread_come_first_and_page_by_page()
    {
        await using var own = new MediaApp();
        using var client = await OperatorAsync(own);
        var names = new List<string>();
        for (var number = 0; number < 5; number++)
        {
            names.Add(await own.KeepAsync(MediaSteps.SomeBytes(10), "image/png"));
            own.Clock.Advance(TimeSpan.FromSeconds(1));
        }

        await own.SetAsync(names[4], tier: MediaTier.Cold);

        var first = await ReadAsync<PageBody<UnusedBody>>(client, $"{Unused}?limit=3");
        var rest = await ReadAsync<PageBody<UnusedBody>>(client, $"{Unused}?limit=3&cursor={first.Next}");
        var cold = await ReadAsync<PageBody<UnusedBody>>(client, $"{Unused}?tier=cold");

        Assert.Equal(names[..4], first.Items.Concat(rest.Items).Select(unused => unused.Name));
        Assert.Equal((10L, "image/png", "hot"), (first.Items[0].Bytes, first.Items[0].ContentType, first.Items[0].Tier));
        Assert.Null(rest.Next);
        Assert.Equal((names[4], "cold"), (Assert.Single(cold.Items).Name, cold.Items[0].Tier));
        using var foreign = await client.GetAsync($"{Unused}?tier=cold&cursor={first.Next}");
        Assert.Equal("invalid-cursor", (await foreign.ProblemAsync()).Code);
    }

    [Theory]
    [InlineData("?tier=lukewarm", "tier")]
    [InlineData("?tier=", "tier")]
    [InlineData("?limit=0", "limit")]
    public async Task A_list_that_there_is_not_is_refused_by_field(string query, string field)
    {
        using var client = await OperatorAsync(app);

        using var refused = await client.GetAsync($"{Unused}{query}");

        Assert.Equal(HttpStatusCode.BadRequest, refused.StatusCode);
        Assert.Equal([field], (await refused.ProblemAsync()).Errors!.Keys);
    }

    [Theory]
    [InlineData(Storage)]
    [InlineData(Unused)]
    public async Task Others_do_not_see_it(string route)
    {
        using var user = await app.App.Anonymous().SignedInAsync();

        using var unauthenticated = await app.Client.GetAsync(route);
        using var forbidden = await user.GetAsync(route);

        Assert.Equal((HttpStatusCode.Unauthorized, HttpStatusCode.Forbidden), (unauthenticated.StatusCode, forbidden.StatusCode));
    }

    private static async Task<HttpClient> OperatorAsync(MediaApp at) =>
        at.App.Anonymous().Bearing((await at.App.Anonymous().TokensAsync(Somebody.Operator)).AccessToken);

    private static async Task<T> ReadAsync<T>(HttpClient client, string route)
    {
        using var response = await client.GetAsync(route);
        return await response.ReadAsync<T>();
    }

    private sealed record SumBody(long Objects, long Bytes);

    private sealed record MoneyBody(long Amount, string Currency);

    private sealed record EdgeBody(long Bytes, long LimitBytes, long Segments, long Hits, long Misses, long Shared, double? HitRatio, long Evictions, long OriginBytes);

    private sealed record LedgerBody(SumBody Hot, SumBody Cold, SumBody Thawing, MoneyBody MonthlySaving, EdgeBody Edge);

    private sealed record UnusedBody(string Name, long Bytes, string ContentType, DateTimeOffset StoredAt, DateTimeOffset LastReadAt, string Tier);
}
