namespace SystemDesign.Twitter.Data.Rows;

/// <summary>How far a seed is: what was made is not made again, even if somebody took it away since.</summary>
internal sealed class SeededStep
{
    public const int MaximumNameLength = 100;

    /// <summary>What is made, with every number that decides what comes of it.</summary>
    public required string Name { get; init; }

    /// <summary>How many are made.</summary>
    public required long Position { get; init; }
}
