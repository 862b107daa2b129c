namespace SystemDesign.Twitter.Data.Rows;

/// <summary>A feed that is pushed to. Whoever has none, for they were not here for long, has all of theirs pulled.</summary>
internal sealed class Feed
{
    public required int Owner { get; init; }

    /// <summary>Entries up to this one are not in it, or not all of them: they are pulled.</summary>
    public required Guid Floor { get; init; }

    /// <summary>How many lines it has.</summary>
    public required int Lines { get; init; }

    public required DateTimeOffset SeenAt { get; init; }
}
