using System.Net.Http.Json;
using Microsoft.Extensions.DependencyInjection;
using SystemDesign.Platform.Documents;
using SystemDesign.Tests.Integration.Support;
using SystemDesign.UrlShortener.Data;
using SystemDesign.UrlShortener.Domain.Links;

namespace SystemDesign.Tests.Integration.UrlShortener;

/// <summary>A link with everything that its owner sees of it.</summary>
internal sealed record WholeLinkBody(
    string Code, string Url, int Redirect, DateTimeOffset? ValidFrom, DateTimeOffset? ExpiresAt, int? MaxVisits, string[] Tags, bool Disabled, string? BannedFor);

/// <summary>What owners and operators do with links, beyond shortening.</summary>
internal static class LinkSteps
{
    public const string Links = "/api/url-shortener/links";

    /// <param name="client">Of somebody signed in.</param>
    /// <param name="link">As it goes on the wire.</param>
    public static Task<HttpResponseMessage> MakeAsync(this HttpClient client, object link) => client.PostAsJsonAsync(Links, link);

    /// <returns>The code.</returns>
    public static async Task<string> MadeAsync(this HttpClient client, object link)
    {
        using var response = await client.MakeAsync(link);
        return (await response.ReadAsync<LinkBody>()).Code;
    }

    public static async Task<WholeLinkBody> WholeAsync(this HttpClient client, string code)
    {
        using var response = await client.GetAsync($"{Links}/{code}");
        return await response.ReadAsync<WholeLinkBody>();
    }

    public static Task<HttpResponseMessage> EditLinkAsync(this HttpClient client, string code, string patch) => client.EditAsync($"{Links}/{code}", patch);

    public static async Task<HttpResponseMessage> DeleteLinkAsync(this HttpClient client, string code, string? ifMatch = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Delete, $"{Links}/{code}");
        if (ifMatch is not null)
        {
            request.Headers.TryAddWithoutValidation("If-Match", ifMatch);
        }

        return await client.SendAsync(request);
    }

    public static Task<HttpResponseMessage> ReportAsync(this HttpClient client, string code, string reason) =>
        client.PostAsJsonAsync($"{Links}/{code}/report", new { reason });

    public static Task<HttpResponseMessage> BanAsync(this HttpClient client, string code, string reason) =>
        client.PostAsJsonAsync($"/api/url-shortener/operator/links/{code}/ban", new { reason });

    public static Task<HttpResponseMessage> LiftBanAsync(this HttpClient client, string code) =>
        client.DeleteAsync($"/api/url-shortener/operator/links/{code}/ban");

    public static async Task<HttpClient> OperatorAsync(this App app)
    {
        var client = app.Anonymous();
        return client.Bearing((await client.TokensAsync(Somebody.Operator)).AccessToken);
    }

    /// <returns>How many documents no link remembered.</returns>
    public static Task<int> SweepAsync(this App app) => app.Services.GetRequiredService<LinkDocumentSweep>().SweepAsync(CancellationToken.None);

    public static async Task<LinkDocument?> FindDocumentAsync(this App app, DocumentPlace place) =>
        await app.Services.GetRequiredService<DocumentStore<LinkDocument>>().FindAsync(LinkDocuments.AddressOf(place), CancellationToken.None);

    /// <summary>Erases now what those left who left.</summary>
    public static Task EraseAsync(this App app) => app.Services.GetRequiredService<EraseDeparted>().RunAsync(CancellationToken.None);
}
