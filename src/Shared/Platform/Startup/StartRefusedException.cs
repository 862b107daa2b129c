namespace SystemDesign.Platform.Startup;

/// <summary>The process cannot start, and the message tells its operator in one sentence what to do.</summary>
public sealed class StartRefusedException(string message, Exception? innerException = null) : Exception(message, innerException);
