namespace SystemDesign.Platform.RateLimiting;

/// <summary>The fields of draft-ietf-httpapi-ratelimit-headers-10.</summary>
internal static class RateLimitHeaders
{
    /// <summary>Which limit this is: <c>"url-shortener.create";q=60;w=60</c>.</summary>
    public const string Policy = "RateLimit-Policy";

    /// <summary>What is left of it: <c>"url-shortener.create";r=59;t=60</c>.</summary>
    public const string Current = "RateLimit";
}
