using System.Text.Json;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using SystemDesign.Kernel.Messages;
using SystemDesign.Platform.Idempotency;
using SystemDesign.Platform.Modules;
using SystemDesign.Tests.Integration.Support;

namespace SystemDesign.Tests.Integration.Idempotency;

/// <summary>What the documents say of keys is what the routes do.</summary>
public sealed class IdempotentRouteTests(App app) : IClassFixture<App>
{
    [Fact]
    public void Every_idempotent_command_has_a_route_that_takes_its_key()
    {
        var commands = app.Services.GetRequiredService<IReadOnlyList<IModule>>()
            .SelectMany(module => module.GetType().Assembly.GetTypes())
            .Where(type => type.IsClass && type.IsAssignableTo(typeof(IIdempotent)))
            .ToList();
        var taken = app.Services.GetRequiredService<EndpointDataSource>().Endpoints
            .Select(endpoint => endpoint.Metadata.GetMetadata<TakesIdempotencyKey>()?.Command)
            .OfType<Type>();

        Assert.NotEmpty(commands);
        Assert.Equal(NamesOf(commands), NamesOf(taken));
    }

    [Fact]
    public async Task The_document_shows_the_key_and_what_comes_of_it()
    {
        using var client = app.Anonymous();
        using var document = JsonDocument.Parse(await client.GetStringAsync("/swagger/url-shortener/swagger.json"));
        var links = document.RootElement.GetProperty("paths").GetProperty("/api/url-shortener/links").GetProperty("post");

        var key = Assert.Single(links.GetProperty("parameters").EnumerateArray());
        Assert.Equal(("Idempotency-Key", "header"), (key.GetProperty("name").GetString(), key.GetProperty("in").GetString()));
        Assert.False(key.TryGetProperty("required", out _));
        Assert.Equal(255, key.GetProperty("schema").GetProperty("maxLength").GetInt32());

        var responses = links.GetProperty("responses");
        Assert.True(responses.GetProperty("201").GetProperty("headers").TryGetProperty("Idempotent-Replayed", out _));
        Assert.Contains("url-shortener.alias-taken", Description(responses, "409"), StringComparison.Ordinal);
        Assert.Contains("idempotency-key-in-use", Description(responses, "409"), StringComparison.Ordinal);
        Assert.Contains("idempotency-key-reused", Description(responses, "422"), StringComparison.Ordinal);
        Assert.True(responses.GetProperty("422").GetProperty("content").TryGetProperty("application/problem+json", out _));
    }

    [Fact]
    public async Task A_route_that_takes_no_key_shows_none()
    {
        using var client = app.Anonymous();

        Assert.DoesNotContain("Idempotency-Key", await client.GetStringAsync("/swagger/users/swagger.json"), StringComparison.Ordinal);
    }

    private static IEnumerable<string> NamesOf(IEnumerable<Type> types) => types.Select(type => type.FullName!).Distinct().Order(StringComparer.Ordinal);

    private static string Description(JsonElement responses, string status) => responses.GetProperty(status).GetProperty("description").GetString()!;
}
