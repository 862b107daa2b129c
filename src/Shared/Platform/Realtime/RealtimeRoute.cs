namespace SystemDesign.Platform.Realtime;

/// <summary>On an endpoint: it keeps a connection to a channel open.</summary>
internal sealed record RealtimeRoute(string Transport);
