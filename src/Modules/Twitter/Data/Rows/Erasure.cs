namespace SystemDesign.Twitter.Data.Rows;

/// <summary>Somebody who left, and of whom there may be something still.</summary>
internal sealed class Erasure
{
    /// <summary>See <see cref="Domain.People.Person.Number"/>.</summary>
    public required int Person { get; init; }

    public required DateTimeOffset LeftAt { get; init; }

    /// <summary>Nobody looks after it before then: an instance is at it, or was, and looks once more. Nothing: nobody was yet.</summary>
    public DateTimeOffset? NotBefore { get; init; }
}
