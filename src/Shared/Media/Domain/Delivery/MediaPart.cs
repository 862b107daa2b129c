namespace SystemDesign.Media.Domain.Delivery;

/// <summary>Bytes of an object, or why there are none.</summary>
/// <param name="Outcome">Whether there are.</param>
/// <param name="Bytes">Shared by all who read them.</param>
internal readonly record struct MediaPart(MediaPartOutcome Outcome, ReadOnlyMemory<byte> Bytes = default);
