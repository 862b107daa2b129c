using System.ComponentModel.DataAnnotations;

namespace SystemDesign.Platform.Outbox;

/// <summary>How events are delivered: section <c>Outbox</c>.</summary>
internal sealed class OutboxOptions
{
    public const string Section = "Outbox";

    /// <summary>
    /// How long an instance has for the events that it took; then another may take them. Instances whose clocks differ by more than
    /// that do each other's work, to no further effect.
    /// </summary>
    [Range(1, 3_600, ErrorMessage = $"Set {Section}:{nameof(LeaseSeconds)} to 1 to 3600.")]
    public int LeaseSeconds { get; set; } = 30;

    /// <summary>How long events wait at most that no signal told of: another instance's, or those after a crash.</summary>
    [Range(1, 3_600, ErrorMessage = $"Set {Section}:{nameof(PollSeconds)} to 1 to 3600.")]
    public int PollSeconds { get; set; } = 5;

    /// <summary>How long delivered events are kept, less those that new handlers will want.</summary>
    [Range(1, 3_650, ErrorMessage = $"Set {Section}:{nameof(KeepDays)} to 1 to 3650.")]
    public int KeepDays { get; set; } = 7;

    public TimeSpan Lease => TimeSpan.FromSeconds(LeaseSeconds);

    /// <summary>How long handlers may take for what was claimed at once; the rest of the lease is for settling it.</summary>
    public TimeSpan Patience => Lease / 2;

    /// <summary>
    /// How long an instance may keep others from rows without a word. Whoever stops while it may still deliver, so within
    /// <see cref="Patience"/>, holds nothing any more when the lease is over.
    /// </summary>
    public TimeSpan Silence => Lease - Patience;

    public TimeSpan Poll => TimeSpan.FromSeconds(PollSeconds);

    public TimeSpan Keep => TimeSpan.FromDays(KeepDays);
}
