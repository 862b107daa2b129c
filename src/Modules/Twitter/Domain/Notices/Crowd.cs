namespace SystemDesign.Twitter.Domain.Notices;

/// <summary>
/// People who do the same to one tweet or one person within an hour. The first few of them are told one by one, the rest at its end and together:
/// so whoever is famous hears of it once an hour, and everybody else as soon as it happens.
/// </summary>
/// <param name="Kind">What they do.</param>
/// <param name="Subject">The tweet; or the user whom they follow.</param>
internal readonly record struct Crowd(CrowdKind Kind, Guid Subject)
{
    /// <summary>How many are told one by one.</summary>
    public const int Singles = 3;

    public static readonly TimeSpan Window = TimeSpan.FromHours(1);
}
