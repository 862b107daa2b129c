namespace SystemDesign.Twitter.Data;

/// <summary>What the cache of people keeps: it never changes.</summary>
internal sealed record PersonNumber(int Number);
