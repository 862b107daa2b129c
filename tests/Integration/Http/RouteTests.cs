using System.Net;
using System.Text.Json;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using SystemDesign.Platform.Modules;
using SystemDesign.Tests.Integration.Support;

namespace SystemDesign.Tests.Integration.Http;

/// <summary>What holds for every route of every module, those to come included.</summary>
public sealed class RouteTests(App app) : IClassFixture<App>
{
    [Fact]
    public async Task Every_route_that_is_not_opened_on_purpose_asks_for_a_token()
    {
        using var client = app.Anonymous();
        var closed = ApiRoutes().Where(route => route.Metadata.GetMetadata<IAllowAnonymous>() is null).ToList();
        Assert.NotEmpty(closed);

        foreach (var route in closed)
        {
            var path = route.RoutePattern.RawText!.Replace("{code}", "anything", StringComparison.Ordinal).Replace("{id:guid}", $"{Guid.Empty}", StringComparison.Ordinal);
            using var request = new HttpRequestMessage(new HttpMethod(MethodsOf(route)[0]), path);
            using var response = await client.SendAsync(request);
            Assert.True(response.StatusCode is HttpStatusCode.Unauthorized, $"{request.Method} {path}: {response.StatusCode}");
        }
    }

    [Fact]
    public async Task Every_route_stands_in_its_modules_document()
    {
        using var client = app.Anonymous();

        foreach (var module in app.Services.GetRequiredService<IReadOnlyList<IModule>>())
        {
            using var document = JsonDocument.Parse(await client.GetStringAsync($"/swagger/{module.Name}/swagger.json"));
            var paths = document.RootElement.GetProperty("paths");
            foreach (var route in ApiRoutes().Where(route => IsDescribed(route) && route.RoutePattern.RawText!.StartsWith($"/api/{module.Name}/", StringComparison.Ordinal)))
            {
                var path = paths.GetProperty(route.RoutePattern.RawText!.Replace("{id:guid}", "{id}", StringComparison.Ordinal).TrimEnd('/'));
                foreach (var method in MethodsOf(route))
                {
                    var operation = path.GetProperty(method.ToLowerInvariant());
                    Assert.NotEmpty(operation.GetProperty("summary").GetString()!);
                    Assert.Equal(route.Metadata.GetMetadata<IAllowAnonymous>() is null, operation.TryGetProperty("security", out _));
                }
            }
        }
    }

    [Fact]
    public async Task Every_answer_carries_the_security_headers_errors_included()
    {
        using var client = app.Anonymous();

        foreach (var path in new[] { "/health/live", "/s/unknown", "/api/users/me", "/swagger/index.html", "/no/such/route" })
        {
            using var response = await client.GetAsync(path);
            Assert.Equal("nosniff", Assert.Single(response.Headers.GetValues("X-Content-Type-Options")));
            Assert.Equal("DENY", Assert.Single(response.Headers.GetValues("X-Frame-Options")));
            Assert.Contains("frame-ancestors 'none'", Assert.Single(response.Headers.GetValues("Content-Security-Policy")), StringComparison.Ordinal);
            Assert.False(response.Headers.Contains("Server"));
        }
    }

    [Fact]
    public async Task The_root_leads_to_swagger()
    {
        using var client = app.Anonymous();

        using var response = await client.GetAsync("/");

        Assert.Equal("/swagger", response.Headers.Location?.OriginalString);
        using var page = await client.GetAsync("/swagger/index.html");
        Assert.Equal(HttpStatusCode.OK, page.StatusCode);
    }

    /// <summary>Less HTTP/2's way of asking for a WebSocket, which documents have no word for.</summary>
    private static IReadOnlyList<string> MethodsOf(RouteEndpoint route) =>
        [.. route.Metadata.GetRequiredMetadata<HttpMethodMetadata>().HttpMethods.Where(method => method != "CONNECT")];

    /// <summary>All but those that say that they are another way to one which is.</summary>
    private static bool IsDescribed(RouteEndpoint route) => route.Metadata.GetMetadata<IExcludeFromDescriptionMetadata>() is not { ExcludeFromDescription: true };

    private IEnumerable<RouteEndpoint> ApiRoutes() => app.Services.GetRequiredService<EndpointDataSource>().Endpoints
        .OfType<RouteEndpoint>()
        .Where(route => route.RoutePattern.RawText!.StartsWith("/api/", StringComparison.Ordinal));
}
