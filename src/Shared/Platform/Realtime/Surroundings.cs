using System.Text.Json;
using Microsoft.AspNetCore.Http.Json;
using Microsoft.Extensions.Options;
using SystemDesign.Kernel.Realtime;
using SystemDesign.Platform.RateLimiting;

namespace SystemDesign.Platform.Realtime;

/// <summary>What all connections share.</summary>
internal sealed class Surroundings(
    RealtimeOptions options, RateLimitOptions limits, RealtimeMetrics metrics, RealtimeLog log, IOptions<JsonOptions> json, TimeProvider clock)
{
    public RealtimeOptions Options => options;

    public bool IsLimited => limits.Enabled;

    public RealtimeMetrics Metrics => metrics;

    public RealtimeLog Log => log;

    public TimeProvider Clock => clock;

    public JsonSerializerOptions Json { get; } = json.Value.SerializerOptions;

    public TimeSpan Heartbeat { get; } = TimeSpan.FromSeconds(options.HeartbeatSeconds);

    /// <summary>The first frame: where the client is, and until when its token is good.</summary>
    public OutgoingFrame Hello(long position, DateTimeOffset expiresAt) => OutgoingFrame.Of(new Frame("hello", new TokenEnd(expiresAt), position), Json);

    public OutgoingFrame Refreshed(DateTimeOffset expiresAt, string? re) => Answer("refreshed", new TokenEnd(expiresAt), re);

    /// <summary>What comes of a client's frame.</summary>
    /// <param name="type">Kebab case.</param>
    /// <param name="data">A record.</param>
    /// <param name="re">The client's id of its frame, if it gave one.</param>
    public OutgoingFrame Answer(string type, object data, string? re) => new(type, null, JsonSerializer.SerializeToUtf8Bytes(data, data.GetType(), Json), re);

    private sealed record TokenEnd(DateTimeOffset ExpiresAt);
}
