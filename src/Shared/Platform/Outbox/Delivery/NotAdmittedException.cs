namespace SystemDesign.Platform.Outbox.Delivery;

/// <summary>
/// Time was up before a handler began: the writer was busy, or another instance had the same events in an open transaction. Says
/// nothing of the events.
/// </summary>
internal sealed class NotAdmittedException(OperationCanceledException cause)
    : OperationCanceledException("Time was up before the handler began.", cause, cause.CancellationToken);
