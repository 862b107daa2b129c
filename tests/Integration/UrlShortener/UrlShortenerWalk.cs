using System.Net;
using SystemDesign.Tests.Integration.Designs;
using SystemDesign.Tests.Integration.Support;

namespace SystemDesign.Tests.Integration.UrlShortener;

/// <summary>Registers, logs in, makes links, looks at them, and follows one that is not cached and one that is.</summary>
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

        Assert.Equal(
            [
                HttpStatusCode.Created, HttpStatusCode.Created, HttpStatusCode.Conflict, HttpStatusCode.OK,
                HttpStatusCode.Unauthorized, HttpStatusCode.Found, HttpStatusCode.Found, HttpStatusCode.NotFound,
            ],
            new[] { made, aliased, taken, read, unread, cold, warm, nowhere }.Select(response => response.StatusCode));
    }
}
