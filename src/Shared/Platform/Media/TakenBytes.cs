namespace SystemDesign.Platform.Media;

/// <summary>On a route: its body is bytes, of whatever kind.</summary>
/// <param name="ContentType">What a client says that they are.</param>
internal sealed record TakenBytes(string ContentType);
