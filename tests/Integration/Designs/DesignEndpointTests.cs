using System.Net;
using System.Text.Json;
using SystemDesign.Tests.Integration.Support;

namespace SystemDesign.Tests.Integration.Designs;

public sealed class DesignEndpointTests(App app) : IClassFixture<App>
{
    [Fact]
    public async Task Lists_the_cases_and_every_link_leads_somewhere()
    {
        using var client = app.Anonymous();
        using var list = JsonDocument.Parse(await client.GetStringAsync("/api/designs"));

        var shortener = Assert.Single(
            list.RootElement.GetProperty("items").EnumerateArray(),
            item => item.GetProperty("module").GetString() == "url-shortener");

        Assert.Equal(JsonValueKind.Null, list.RootElement.GetProperty("next").ValueKind);
        Assert.Equal("UrlShortener", shortener.GetProperty("title").GetString());
        foreach (var link in shortener.GetProperty("links").EnumerateObject())
        {
            using var response = await client.GetAsync(link.Value.GetString());
            Assert.True(response.StatusCode is HttpStatusCode.OK, link.Name);
        }
    }

    [Fact]
    [Trait("Notes", "B2-1")]
    public async Task Serves_a_design_step_by_step_with_enumerations_as_words()
    {
        using var client = app.Anonymous();
        using var design = JsonDocument.Parse(await client.GetStringAsync("/api/designs/url-shortener"));

        var steps = design.RootElement.GetProperty("steps");
        var second = steps.GetProperty("nonFunctionalRequirements");
        Assert.Equal((2, "Non-functional requirements"), (second.GetProperty("step").GetInt32(), second.GetProperty("title").GetString()));
        Assert.Equal(
            "AP",
            second.GetProperty("content").GetProperty("consistency").EnumerateArray()
                .Single(choice => choice.GetProperty("operation").GetString() == "FollowLink").GetProperty("choice").GetString());
        var drawing = steps.GetProperty("diagram").GetProperty("content");
        Assert.Contains("gateway", drawing.GetProperty("boxes").EnumerateArray().Select(box => box.GetProperty("kind").GetString()));
        Assert.Contains("sync", drawing.GetProperty("arrows").EnumerateArray().Select(arrow => arrow.GetProperty("kind").GetString()));
        Assert.Contains("signed-in", steps.GetProperty("endpoints").GetProperty("content").EnumerateArray().Select(endpoint => endpoint.GetProperty("access").GetString()));
    }

    [Fact]
    [Trait("Notes", "B2-6")]
    public async Task Serves_the_diagram_as_text_that_a_browser_shows()
    {
        using var client = app.Anonymous();
        using var response = await client.GetAsync("/api/designs/url-shortener/diagram");

        Assert.Equal("text/plain; charset=utf-8", response.Content.Headers.ContentType?.ToString());
        using var design = JsonDocument.Parse(await client.GetStringAsync("/api/designs/url-shortener"));
        Assert.Equal(
            design.RootElement.GetProperty("steps").GetProperty("diagram").GetProperty("content").GetProperty("mermaid").GetString(),
            await response.Content.ReadAsStringAsync());
    }

    [Theory]
    [InlineData("/api/designs")]
    [InlineData("/api/designs/url-shortener")]
    [InlineData("/api/designs/url-shortener/diagram")]
    [InlineData("/api/designs/url-shortener/numbers/code-length?years=5")]
    public async Task Sends_nothing_again_that_the_client_has(string path)
    {
        using var client = app.Anonymous();
        using var first = await client.GetAsync(path);
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        request.Headers.IfNoneMatch.Add(first.Headers.ETag!);

        using var second = await client.SendAsync(request);

        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.NotModified), (first.StatusCode, second.StatusCode));
        Assert.Equal((true, TimeSpan.FromMinutes(1)), (first.Headers.CacheControl?.Public, first.Headers.CacheControl?.MaxAge));
        Assert.Equal(first.Headers.ETag, second.Headers.ETag);
        Assert.Empty(await second.Content.ReadAsByteArrayAsync());
    }

    [Fact]
    [Trait("Notes", "B2-3")]
    public async Task Computes_a_number_anew_with_the_clients_inputs()
    {
        using var client = app.Anonymous();

        var asDesigned = await FiguresAsync(client, "code-length");
        var asAsked = await FiguresAsync(client, "code-length?linksPerSecond=1e6&years=100");

        Assert.Equal((7, 315_360_000_000), (asDesigned["letters"], asDesigned["links"]));
        Assert.Equal((9, 3_153_600_000_000_000), (asAsked["letters"], asAsked["links"]));
    }

    [Theory]
    [InlineData("linksPerSecond", "0")]
    [InlineData("linksPerSecond", "-1")]
    [InlineData("linksPerSecond", "1000001")]
    [InlineData("linksPerSecond", "1e400")]
    [InlineData("linksPerSecond", "many")]
    [InlineData("linksPerSecond", "NaN")]
    [InlineData("linksPerSecond", "1,5")]
    [InlineData("linksPerSecond", "")]
    [InlineData("linksPerSecond", "1&linksPerSecond=2")]
    [InlineData("letters", "7.5")]
    [InlineData("bytesPerLink", "1")]
    [InlineData("LINKSPERSECOND", "1")]
    [InlineData("nonsense", "1")]
    public async Task Refuses_an_input_that_the_number_does_not_take_and_names_it(string input, string value)
    {
        using var client = app.Anonymous();

        using var response = await client.GetAsync($"/api/designs/url-shortener/numbers/collisions?{input}={value}");

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        var problem = await response.ProblemAsync();
        Assert.Equal("invalid-input", problem.Code);
        Assert.Equal([input], problem.Errors!.Keys);
    }

    [Theory]
    [InlineData("/api/designs/nothing", "designs.unknown-case")]
    [InlineData("/api/designs/users", "designs.unknown-case")]
    [InlineData("/api/designs/nothing/diagram", "designs.unknown-case")]
    [InlineData("/api/designs/nothing/numbers/code-length", "designs.unknown-case")]
    [InlineData("/api/designs/url-shortener/numbers/nothing", "designs.unknown-number")]
    public async Task Knows_no_other_designs_and_numbers(string path, string code)
    {
        using var client = app.Anonymous();

        using var response = await client.GetAsync(path);

        Assert.Equal(HttpStatusCode.NotFound, response.StatusCode);
        Assert.Equal(code, (await response.ProblemAsync()).Code);
    }

    [Fact]
    public async Task Stands_in_a_document_of_its_own_with_every_route_explained()
    {
        using var client = app.Anonymous();
        using var document = JsonDocument.Parse(await client.GetStringAsync("/swagger/designs/swagger.json"));

        var operations = document.RootElement.GetProperty("paths").EnumerateObject().ToDictionary(path => path.Name, path => path.Value.GetProperty("get"));

        Assert.Equal(
            ["/api/designs", "/api/designs/{module}", "/api/designs/{module}/diagram", "/api/designs/{module}/numbers/{name}"],
            operations.Keys.Order(StringComparer.Ordinal));
        Assert.All(operations.Values, operation => Assert.NotEmpty(operation.GetProperty("summary").GetString()!));
        Assert.Contains("inputs", operations["/api/designs/{module}/numbers/{name}"].GetProperty("parameters").EnumerateArray().Select(parameter => parameter.GetProperty("name").GetString()));
    }

    private static async Task<Dictionary<string, decimal>> FiguresAsync(HttpClient client, string number)
    {
        using var response = await client.GetAsync($"/api/designs/url-shortener/numbers/{number}");
        using var document = JsonDocument.Parse(await response.Content.ReadAsStringAsync());
        return document.RootElement.GetProperty("figures").EnumerateArray()
            .ToDictionary(figure => figure.GetProperty("name").GetString()!, figure => figure.GetProperty("value").GetDecimal());
    }
}
