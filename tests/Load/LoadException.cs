namespace SystemDesign.Tests.Load;

/// <summary>There is nothing to report, and the message says why in words that whoever ran this can act on.</summary>
internal sealed class LoadException(string message, Exception? innerException = null) : Exception(message, innerException);
