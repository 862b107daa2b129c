namespace SystemDesign.Platform.RateLimiting;

/// <summary>What becomes of requests while the instances cannot count them together.</summary>
internal enum OnOutage
{
    /// <summary>Each instance counts for itself: with N instances, up to N times the limit is granted.</summary>
    Open,

    /// <summary>They are refused with 503, so that the limit holds whatever happens.</summary>
    Closed,
}
