using System.ComponentModel.DataAnnotations;

namespace SystemDesign.Platform.Realtime;

/// <summary>Section <c>Realtime</c>: WebSockets and event streams.</summary>
internal sealed class RealtimeOptions
{
    public const string Section = "Realtime";

    private const string RangeOf = "to {1} to {2}.";

    /// <summary>With how many devices or tabs a user may be connected to one channel of one instance.</summary>
    [Range(1, 1_000, ErrorMessage = $"Set {Section}:{nameof(ConnectionsPerUser)} {RangeOf}")]
    public int ConnectionsPerUser { get; set; } = 20;

    /// <summary>How many frames may wait for one connection that does not take them.</summary>
    [Range(1, 100_000, ErrorMessage = $"Set {Section}:{nameof(QueueFrames)} {RangeOf}")]
    public int QueueFrames { get; set; } = 256;

    /// <summary>How many bytes they may have together.</summary>
    [Range(1_024, 67_108_864, ErrorMessage = $"Set {Section}:{nameof(QueueBytes)} {RangeOf}")]
    public int QueueBytes { get; set; } = 256 * 1_024;

    /// <summary>
    /// How long a connection may be silent before it is asked for a sign of life; a WebSocket that gives none for as long again is given up. Shorter
    /// than what stands in front keeps silent connections: nginx a minute.
    /// </summary>
    [Range(1, 3_600, ErrorMessage = $"Set {Section}:{nameof(HeartbeatSeconds)} {RangeOf}")]
    public int HeartbeatSeconds { get; set; } = 25;
}
