namespace SystemDesign.Platform.Storage;

/// <summary>The store does not answer, or says that it cannot. Nothing is wrong with what was asked. 503.</summary>
public sealed class StorageAwayException(Exception cause) : Exception($"Stored objects cannot be reached: {cause.Message}", cause);
