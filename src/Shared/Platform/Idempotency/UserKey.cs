namespace SystemDesign.Platform.Idempotency;

/// <summary>A key is its user's: the same text of another user is another key.</summary>
internal readonly record struct UserKey(Guid UserId, string Key);
