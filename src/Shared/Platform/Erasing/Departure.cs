namespace SystemDesign.Platform.Erasing;

/// <summary>A user who left, and of whom a module may have something still. The module's row says who; the table has an index on <see cref="NotBefore"/>.</summary>
public abstract class Departure
{
    public required DateTimeOffset LeftAt { get; init; }

    /// <summary>Nobody looks after it before then: an instance is at it, or was, and looks once more. Nothing: nobody was yet.</summary>
    public DateTimeOffset? NotBefore { get; init; }
}
