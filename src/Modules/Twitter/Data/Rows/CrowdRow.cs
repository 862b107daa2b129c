using SystemDesign.Twitter.Domain.Notices;

namespace SystemDesign.Twitter.Data.Rows;

/// <summary>See <see cref="Crowd"/>. Whoever joins it or tells of it holds its row; it is gone when an hour ended in which nobody came.</summary>
internal sealed class CrowdRow
{
    public required CrowdKind Kind { get; init; }

    public required Guid Subject { get; init; }

    /// <summary>Who hears of it.</summary>
    public required int Listener { get; init; }

    /// <summary>How many were told one by one.</summary>
    public required int Singles { get; init; }

    public required DateTimeOffset EndsAt { get; init; }
}
