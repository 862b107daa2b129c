namespace SystemDesign.Platform.Storage;

/// <summary>
/// Binary content by name, shared by all the instances. An object is there whole or not at all, and never changes:
/// who puts a name again puts the same bytes. Names are as <see cref="ObjectName"/> says; another is an <see cref="ArgumentException"/>.
/// </summary>
public interface IObjectStore
{
    /// <summary>Puts an object into the hot tier, also if it was in the cold one. When it has returned, the object outlives a power failure.</summary>
    /// <param name="name">See <see cref="ObjectName"/>.</param>
    /// <param name="content">Is read once, to its end, in constant memory.</param>
    /// <param name="bytes">How many bytes <paramref name="content"/> has; another number is an <see cref="IOException"/>, and nothing is kept.</param>
    /// <param name="cancellationToken">Gives up; nothing is kept.</param>
    Task PutAsync(string name, Stream content, long bytes, CancellationToken cancellationToken);

    /// <summary>What is known of an object without reading it; nothing, if there is none.</summary>
    Task<ObjectFacts?> FindAsync(string name, CancellationToken cancellationToken);

    /// <summary>
    /// Reads <paramref name="bytes"/> bytes from <paramref name="offset"/> on, or fewer if the object ends before; nothing, if there is no such
    /// object or it is not readable now (cold). The stream reads forward, and goes on to read the same bytes if the object is deleted meanwhile,
    /// or fails; it never ends early.
    /// </summary>
    Task<Stream?> OpenAsync(string name, long offset, long bytes, CancellationToken cancellationToken);

    /// <summary>Deletes an object from whichever tier it is in. Deleting what is not there is no error.</summary>
    Task DeleteAsync(string name, CancellationToken cancellationToken);

    /// <summary>All objects whose name starts so, in no order. An empty prefix: all.</summary>
    IAsyncEnumerable<ObjectFacts> ListAsync(string prefix, CancellationToken cancellationToken);

    /// <summary>Moves an object to the cold tier. Again, or with no such object, it does nothing.</summary>
    Task FreezeAsync(string name, CancellationToken cancellationToken);

    /// <summary>
    /// Asks for a cold object to be readable again. To be asked until the answer is <see cref="StorageTier.Hot"/>, also by another instance;
    /// nothing, if there is no such object.
    /// </summary>
    Task<StorageTier?> ThawAsync(string name, CancellationToken cancellationToken);
}
