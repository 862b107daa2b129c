using SystemDesign.Analytics.Domain.Periods;

namespace SystemDesign.Analytics.Data;

/// <summary>How many different users there were in an hour or a day, with any event or with one.</summary>
internal sealed class UserSketch
{
    public required Step Step { get; init; }

    /// <summary>Its beginning, in UTC.</summary>
    public required DateTimeOffset Start { get; init; }

    /// <summary>An event's, or <see cref="Domain.Distinct.IUserSketches.AnyEvent"/>.</summary>
    public required string Name { get; init; }

    /// <summary>See <see cref="Domain.Distinct.HyperLogLog"/>; 16 KiB at most.</summary>
    public required byte[] Seen { get; init; }
}
