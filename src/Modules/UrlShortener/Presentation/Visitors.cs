using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Primitives;
using SystemDesign.UrlShortener.Domain.Visits;

namespace SystemDesign.UrlShortener.Presentation;

/// <summary>Who follows a link, by what their program says of itself. Every redirect passes here, so nothing is made that is not needed.</summary>
internal static class Visitors
{
    /// <summary>What a request is for, if not to be shown at once (Fetch, "Sec-Purpose"): <c>prefetch</c>, <c>prefetch;prerender</c>.</summary>
    private const string Purpose = "Sec-Purpose";

    /// <summary>What Chromium and WebKit called it before it had a standard; for <c>link rel=prefetch</c> Chromium still does.</summary>
    private const string WebKitPurpose = "Purpose";

    /// <summary>What Firefox called it, up to version 114.</summary>
    private const string MozillaPurpose = "X-Moz";

    public static VisitKind KindOf(HttpRequest request) =>
        !HttpMethods.IsGet(request.Method) || IsAhead(request.Headers) || PreviewBots.AreNamedIn(request.Headers.UserAgent)
            ? VisitKind.Preview
            : VisitKind.Visit;

    public static string? ReferrerOf(HttpRequest request) => request.Headers.Referer is [var address] ? Referrer.HostOf(address) : null;

    /// <summary>Before anybody has asked for it, and so perhaps for nobody.</summary>
    private static bool IsAhead(IHeaderDictionary headers) =>
        IsAhead(headers[Purpose]) || IsAhead(headers[WebKitPurpose]) || IsAhead(headers[MozillaPurpose]);

    private static bool IsAhead(StringValues purpose) =>
        (string?)purpose is { } said
        && (said.Contains("prefetch", StringComparison.OrdinalIgnoreCase) || said.Contains("prerender", StringComparison.OrdinalIgnoreCase));
}
