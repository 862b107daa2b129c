namespace SystemDesign.UrlShortener.Data;

/// <summary>What became of a visit that was to be counted.</summary>
internal enum CountOutcome
{
    /// <summary>It is the first since the last batch.</summary>
    First,

    Further,

    /// <summary>There was no room for another counter.</summary>
    Dropped,
}
