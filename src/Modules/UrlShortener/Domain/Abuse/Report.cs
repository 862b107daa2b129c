namespace SystemDesign.UrlShortener.Domain.Abuse;

/// <summary>Somebody says that a link should not be.</summary>
internal sealed class Report
{
    public const int MaximumReasonLength = 500;

    public required Guid Id { get; init; }

    public required Guid LinkId { get; init; }

    /// <summary>Nobody, if they were not signed in, or left since.</summary>
    public Guid? ReporterId { get; init; }

    public required string Reason { get; init; }

    public required DateTimeOffset ReportedAt { get; init; }
}
