namespace SystemDesign.Media.Data;

/// <summary>What another request did came first: the transaction is undone.</summary>
internal sealed class TooLateException() : InvalidOperationException("Another request was faster.");
