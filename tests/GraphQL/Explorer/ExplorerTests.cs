using System.Text.Json;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Logging;
using SystemDesign.GraphQL.Explorer;

namespace SystemDesign.Tests.GraphQL.Explorer;

/// <summary>What is served. That it works is tested in a browser.</summary>
public sealed partial class ExplorerTests : IAsyncLifetime
{
    private const string Title = "Birds & \"friends\" <b>";

    private readonly WebApplication app;
    private readonly HttpClient client = new();

    public ExplorerTests()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        app = builder.Build();
        app.Urls.Add("http://127.0.0.1:0");
        app.UsePathBase("/base");
        app.UseRouting();
        app.MapGraphQLExplorer("/api/birds/explorer", "/api/birds/graphql", new()
        {
            Title = Title,
            Examples = [new("</script>{{files}}", "{ me { id } }", """{ "a": "{{title}}" }""")],
        });
    }

    public async Task InitializeAsync()
    {
        await app.StartAsync();
        client.BaseAddress = new(app.Urls.Single());
    }

    public async Task DisposeAsync()
    {
        client.Dispose();
        await app.DisposeAsync();
    }

    [Theory]
    [InlineData("/api/birds/explorer", "")]
    [InlineData("/api/birds/explorer/", "")]
    [InlineData("/base/api/birds/explorer", "/base")]
    public async Task Names_files_and_endpoint_below_the_path_that_the_page_was_asked_under(string page, string applied)
    {
        var html = await client.GetStringAsync(page);

        Assert.Equal($"{applied}/api/birds/graphql", Settings(html).GetProperty("endpoint").GetString());
        var files = FilesIn(html);
        Assert.Equal(4, files.Count);
        Assert.All(files, file => Assert.StartsWith($"{applied}/api/birds/explorer/", file, StringComparison.Ordinal));
        foreach (var file in files)
        {
            using var response = await client.GetAsync(file);
            response.EnsureSuccessStatusCode();
        }
    }

    [Fact]
    public async Task Gives_examples_as_data_that_cannot_end_their_element()
    {
        var html = await client.GetStringAsync("/api/birds/explorer");

        var example = Assert.Single(Settings(html).GetProperty("examples").EnumerateArray());
        Assert.Equal("</script>{{files}}", example.GetProperty("name").GetString());
        Assert.Equal("""{ "a": "{{title}}" }""", example.GetProperty("variables").GetString());
        Assert.Equal(2, Regex.Count(html, "</script>"));
        Assert.Contains("<title>Birds &amp; &quot;friends&quot; &lt;b&gt;</title>", html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Allows_the_page_its_own_files_and_nothing_else()
    {
        using var response = await client.GetAsync("/api/birds/explorer");

        var policy = response.Headers.GetValues("Content-Security-Policy").Single();
        Assert.StartsWith("default-src 'none'; script-src 'self'; style-src 'self';", policy, StringComparison.Ordinal);
        Assert.DoesNotContain("unsafe", policy, StringComparison.Ordinal);
        Assert.Equal("text/html; charset=utf-8", response.Content.Headers.ContentType?.ToString());
        Assert.True(response.Headers.CacheControl?.NoCache);
    }

    [Fact]
    public async Task Files_may_be_kept_since_their_address_changes_with_them()
    {
        var script = FilesIn(await client.GetStringAsync("/api/birds/explorer")).Single(file => file.EndsWith("/explorer.js", StringComparison.Ordinal));

        using var response = await client.GetAsync(script);

        Assert.Equal("public, max-age=31536000, immutable", response.Headers.CacheControl?.ToString());
        Assert.Equal("text/javascript; charset=utf-8", response.Content.Headers.ContentType?.ToString());
    }

    [Theory]
    [InlineData("api/birds/graphql")]
    [InlineData("//elsewhere.example/graphql")]
    [InlineData("https://elsewhere.example/graphql")]
    public void An_endpoint_that_is_not_here_is_refused(string endpoint) =>
        Assert.Throws<ArgumentException>(() => app.MapGraphQLExplorer("/other", endpoint));

    [Theory]
    [InlineData("{ id: 1 }")]
    [InlineData("[]")]
    [InlineData("")]
    public void An_example_whose_variables_are_no_object_is_refused(string variables) =>
        Assert.Throws<ArgumentException>(() => app.MapGraphQLExplorer("/other", "/graphql", new() { Examples = [new("One", "{ a }", variables)] }));

    private static JsonElement Settings(string html) => JsonSerializer.Deserialize<JsonElement>(SettingsElement().Match(html).Groups[1].Value);

    private static List<string> FilesIn(string html) => [.. File().Matches(html).Select(match => match.Groups[1].Value)];

    [GeneratedRegex("""<script type="application/json" id="settings">(.*?)</script>""")]
    private static partial Regex SettingsElement();

    [GeneratedRegex("""(?:src|href)="([^"]+)""")]
    private static partial Regex File();
}
