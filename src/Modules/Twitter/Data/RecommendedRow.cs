namespace SystemDesign.Twitter.Data;

/// <summary>One who is recommended, and one of those through whom.</summary>
internal sealed class RecommendedRow
{
    public required int Number { get; init; }

    public required int Common { get; init; }

    public required string UserName { get; init; }

    public required string DisplayName { get; init; }

    public required bool IsPrivate { get; init; }

    public required string Friend { get; init; }
}
