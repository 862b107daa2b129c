namespace SystemDesign.Platform.Outbox.Delivery;

/// <summary>Another instance handled some of these events while this one was about to.</summary>
public sealed class TakenElsewhereException(Exception innerException)
    : Exception("Another instance has handled some of these events meanwhile.", innerException);
