namespace SystemDesign.Platform.Storage.Files;

/// <summary>The steps that keeping objects in files is made of, each of which a process may not survive.</summary>
internal interface IDisk
{
    bool Exists(string path);

    /// <summary>Makes a folder and those above it that are missing, durably.</summary>
    void CreateFolder(string path);

    /// <summary>Writes a new file, and returns when its bytes are on the disk.</summary>
    /// <exception cref="IOException">The content has another length.</exception>
    Task WriteAsync(string path, Stream content, long bytes, DateTimeOffset at, CancellationToken cancellationToken);

    /// <summary>Renames a file within the file system, in one step, over another one if need be. False: there is none.</summary>
    bool Move(string from, string to);

    /// <summary>False: there was none.</summary>
    bool Delete(string path);

    /// <summary>Returns when what was created, renamed or deleted in a folder is so on the disk.</summary>
    void FlushFolder(string path);
}
