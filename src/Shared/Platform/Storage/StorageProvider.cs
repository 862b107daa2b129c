namespace SystemDesign.Platform.Storage;

/// <summary>What keeps the objects.</summary>
internal enum StorageProvider
{
    /// <summary>A folder, which several instances share by a common disk.</summary>
    Files,

    /// <summary>Amazon S3, or a server that speaks as it does.</summary>
    S3,
}
