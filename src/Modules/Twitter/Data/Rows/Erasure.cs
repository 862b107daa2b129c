using SystemDesign.Platform.Erasing;

namespace SystemDesign.Twitter.Data.Rows;

/// <inheritdoc/>
internal sealed class Erasure : Departure
{
    /// <summary>See <see cref="Domain.People.Person.Number"/>.</summary>
    public required int Person { get; init; }
}
