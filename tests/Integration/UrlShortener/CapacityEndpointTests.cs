using System.Net;
using System.Text.Json;
using SystemDesign.Tests.Integration.Support;

namespace SystemDesign.Tests.Integration.UrlShortener;

[Trait("Notes", "US-1")]
public sealed class CapacityEndpointTests(App app) : IClassFixture<App>
{
    private const string Path = "/api/url-shortener/capacity";

    [Theory]
    [InlineData("")]
    [InlineData("?linksPerSecond=1e3&years=10.0&bytesPerLink=200")]
    public async Task Anybody_reads_the_notes_seven_letters_and_three_and_a_half_trillion(string query)
    {
        using var client = app.Anonymous();

        using var response = await client.GetAsync(Path + query);

        var capacity = await response.ReadAsync<CapacityBody>();
        Assert.Equal((1_000, 10, 200), (capacity.LinksPerSecond, capacity.Years, capacity.BytesPerLink));
        Assert.Equal((315_360_000_000, 7, 3_521_614_606_208, 63_072_000_000_000), (capacity.Links, capacity.Length, capacity.Codes, capacity.StorageBytes));
        Assert.Equal((0.0895m, 1.0, 0.0895), (Math.Round(capacity.Used, 4), capacity.Collisions.Any, Math.Round(capacity.Collisions.Next, 4)));
        Assert.Equal((7, 3_521_614_606_208, true), (capacity.Lengths[6].Length, capacity.Lengths[6].Codes, capacity.Lengths[6].Sufficient));
        Assert.Equal((111.67m, false), (Math.Round(capacity.Lengths[6].YearsUntilFull, 2), capacity.Lengths[5].Sufficient));
    }

    [Theory]
    [InlineData("linksPerSecond=0.001&years=0.1", 2)]
    [InlineData("linksPerSecond=180", 6)]
    [InlineData("linksPerSecond=181", 7)]
    [InlineData("linksPerSecond=1000000&years=100&bytesPerLink=100000", 9)]
    public async Task Other_demands_need_other_lengths(string query, int length)
    {
        using var client = app.Anonymous();

        using var response = await client.GetAsync($"{Path}?{query}");

        Assert.Equal(length, (await response.ReadAsync<CapacityBody>()).Length);
    }

    [Fact]
    public async Task Numbers_beyond_what_floating_point_holds_are_written_in_full()
    {
        using var client = app.Anonymous();

        var text = await client.GetStringAsync(Path);

        Assert.Contains("\"codes\":839299365868340224,", text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("linksPerSecond", "many")]
    [InlineData("linksPerSecond", "")]
    [InlineData("linksPerSecond", "0")]
    [InlineData("linksPerSecond", "-1")]
    [InlineData("linksPerSecond", "1000001")]
    [InlineData("linksPerSecond", "1e400")]
    [InlineData("linksPerSecond", "NaN")]
    [InlineData("linksPerSecond", "1,5")]
    [InlineData("linksPerSecond", "1&linksPerSecond=2")]
    [InlineData("years", "ten")]
    [InlineData("years", "0.09")]
    [InlineData("years", "101")]
    [InlineData("bytesPerLink", "0x10")]
    [InlineData("bytesPerLink", "100001")]
    public async Task Refuses_what_is_no_number_in_its_range_and_names_it(string field, string value)
    {
        using var client = app.Anonymous();

        using var response = await client.GetAsync($"{Path}?{field}={value}");

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        var problem = await response.ProblemAsync();
        Assert.Equal("invalid-input", problem.Code);
        Assert.Equal([field], problem.Errors!.Keys);
        Assert.StartsWith($"'{field}' is one number from ", Assert.Single(problem.Errors[field]), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Names_each_value_that_is_wrong()
    {
        using var client = app.Anonymous();

        using var response = await client.GetAsync($"{Path}?linksPerSecond=many&years=ten&bytesPerLink=1");

        Assert.Equal(["linksPerSecond", "years"], (await response.ProblemAsync()).Errors!.Keys.Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Stands_in_the_document_with_its_numbers_as_numbers()
    {
        using var client = app.Anonymous();
        using var document = JsonDocument.Parse(await client.GetStringAsync("/swagger/url-shortener/swagger.json"));

        var parameters = document.RootElement.GetProperty("paths").GetProperty(Path).GetProperty("get").GetProperty("parameters");

        Assert.Equal(
            [("linksPerSecond", "number", 1_000m), ("years", "number", 10m), ("bytesPerLink", "number", 200m)],
            parameters.EnumerateArray().Select(parameter => (
                parameter.GetProperty("name").GetString()!,
                parameter.GetProperty("schema").GetProperty("type").GetString()!,
                parameter.GetProperty("example").GetDecimal())));
        Assert.All(parameters.EnumerateArray(), parameter => Assert.False(parameter.TryGetProperty("required", out var required) && required.GetBoolean()));
    }

    private sealed record CapacityBody(
        decimal LinksPerSecond,
        decimal Years,
        decimal BytesPerLink,
        decimal Links,
        int Length,
        decimal Codes,
        decimal Used,
        decimal StorageBytes,
        CollisionsBody Collisions,
        LengthBody[] Lengths);

    private sealed record CollisionsBody(double Any, double Next);

    private sealed record LengthBody(int Length, decimal Codes, bool Sufficient, decimal YearsUntilFull);
}
