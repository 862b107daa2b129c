using System.Net;
using System.Net.Http.Json;
using Microsoft.Extensions.DependencyInjection;
using SystemDesign.Tests.Integration.Designs;
using SystemDesign.Tests.Integration.Support;
using SystemDesign.UrlShortener.Data;

namespace SystemDesign.Tests.Integration.UrlShortener;

/// <summary>Registers, logs in, makes links, looks at them, computes what they take, edits one, follows one that is not cached and one that is, and leaves.</summary>
internal sealed class UrlShortenerWalk : ICaseWalk
{
    public string Module => "url-shortener";

    public async Task WalkAsync(App app)
    {
        using var visitor = app.Anonymous();
        using var owner = await app.Anonymous().SignedInAsync();
        using var made = await owner.ShortenAsync("https://example.org/");
        using var aliased = await owner.ShortenAsync("https://example.org/", "walked");
        using var taken = await owner.ShortenAsync("https://example.org/", "walked");
        using var read = await owner.GetAsync(made.Headers.Location);
        using var unread = await visitor.GetAsync(made.Headers.Location);
        using var cold = await visitor.GetAsync("/s/walked");
        using var warm = await visitor.GetAsync("/s/walked");
        using var nowhere = await visitor.GetAsync("/s/nowhere");
        using var capacity = await visitor.GetAsync("/api/url-shortener/capacity");
        using var list = await owner.GetAsync("/api/url-shortener/links");
        using var edited = await owner.PatchAsJsonAsync(made.Headers.Location, new { url = "https://example.org/edited" });
        using var left = await LeaveAsync(app);
        await app.Services.GetRequiredService<Visits>().FinishAsync();
        await app.DrainAsync();

        Assert.Equal(
            [
                HttpStatusCode.Created, HttpStatusCode.Created, HttpStatusCode.Conflict, HttpStatusCode.OK,
                HttpStatusCode.Unauthorized, HttpStatusCode.Found, HttpStatusCode.Found, HttpStatusCode.NotFound,
                HttpStatusCode.OK, HttpStatusCode.OK, HttpStatusCode.OK, HttpStatusCode.NoContent,
            ],
            new[] { made, aliased, taken, read, unread, cold, warm, nowhere, capacity, list, edited, left }.Select(response => response.StatusCode));
    }

    private static async Task<HttpResponseMessage> LeaveAsync(App app)
    {
        using var leaver = app.Anonymous();
        var somebody = await leaver.RegisteredAsync();
        leaver.Bearing((await leaver.TokensAsync(somebody)).AccessToken);
        using var theirs = await leaver.ShortenAsync("https://example.org/");
        return await leaver.LeaveAsync(somebody.Password);
    }
}
