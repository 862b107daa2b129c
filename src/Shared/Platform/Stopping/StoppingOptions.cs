using System.ComponentModel.DataAnnotations;

namespace SystemDesign.Platform.Stopping;

/// <summary>How an instance leaves: section <c>Stopping</c>.</summary>
internal sealed class StoppingOptions
{
    public const string Section = "Stopping";

    /// <summary>
    /// For how long an instance that was told to stop says so in <c>/health/ready</c> and still takes requests. Longer than whoever sends
    /// them takes to hear of it; unless said, 2 on PostgreSQL, and 0 on SQLite, where there is no other instance to send them to.
    /// </summary>
    [Range(0, 5, ErrorMessage = $"Set {Section}:{nameof(NoticeSeconds)} to 0 to 5.")]
    public int? NoticeSeconds { get; set; }
}
