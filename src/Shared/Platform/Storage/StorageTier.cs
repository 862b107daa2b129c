namespace SystemDesign.Platform.Storage;

/// <summary>How soon an object can be read.</summary>
public enum StorageTier
{
    /// <summary>At once.</summary>
    Hot,

    /// <summary>After it was asked for, and brought back.</summary>
    Cold,

    /// <summary>It was asked for, and is on its way; who asks for it again finds out when it has arrived.</summary>
    Thawing,
}
