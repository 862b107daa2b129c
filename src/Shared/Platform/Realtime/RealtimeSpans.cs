using System.Diagnostics;

namespace SystemDesign.Platform.Realtime;

/// <summary>The source of a span per frame that is sent to a user, named <c>{channel} push</c>. What comes in is a use case with a span of its own.</summary>
internal static class RealtimeSpans
{
    public const string SourceName = "SystemDesign.Realtime";

    public static readonly ActivitySource Source = new(SourceName);
}
