namespace SystemDesign.Platform.RateLimiting;

/// <summary>How often one caller may come in any minute. On an endpoint, the last one counts: the most specific.</summary>
/// <param name="Name">As clients and the configuration know it, such as <c>url-shortener.create</c>.</param>
/// <param name="PerMinute">At least 1.</param>
/// <param name="CountedBy">Who is a caller.</param>
/// <param name="Setting">What changes <paramref name="PerMinute"/>.</param>
/// <param name="OnOutage">What becomes of requests that cannot be counted together with those of other instances.</param>
internal sealed record RateLimit(string Name, int PerMinute, CountedBy CountedBy, string Setting, OnOutage OnOutage = OnOutage.Open)
{
    /// <summary>For the header (draft-ietf-httpapi-ratelimit-headers-10, section 3): does not change, so it is made once.</summary>
    public string Policy { get; } = $"\"{Name}\";q={PerMinute};w={SlidingWindow.Length.TotalSeconds}";

    /// <summary>For the header (section 4): what is left, and the seconds until there is one more.</summary>
    public string Show(Quota quota) => $"\"{Name}\";r={quota.Remaining};t={quota.ResetSeconds}";
}
