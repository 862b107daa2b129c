namespace SystemDesign.Platform.Caching;

/// <summary>How a cache follows its store, in the words of the notes (B2-13, B2-14).</summary>
internal static class CacheKinds
{
    public const string ReadThrough = "read-through";

    public const string WriteThrough = "write-through";
}
