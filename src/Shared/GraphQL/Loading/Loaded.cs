namespace SystemDesign.GraphQL.Loading;

/// <summary>What a batch had for a key, which may be nothing.</summary>
internal readonly record struct Loaded<TValue>(bool IsThere, TValue? Value);
