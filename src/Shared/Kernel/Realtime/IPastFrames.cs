namespace SystemDesign.Kernel.Realtime;

/// <summary>
/// The frames of a channel that have a position, as the database has them: for devices that were not connected, or too slow. Each call has
/// a scope of its own, and no user is signed in there.
/// </summary>
public interface IPastFrames
{
    /// <summary>The position of the last frame of each of these users; who has none may be left out.</summary>
    /// <param name="userIds">1 to 500.</param>
    /// <param name="cancellationToken">Nobody waits any more.</param>
    Task<IReadOnlyDictionary<Guid, long>> LastAsync(IReadOnlyCollection<Guid> userIds, CancellationToken cancellationToken);

    /// <summary>The user's frames behind a position, in their order, and those only that there still are.</summary>
    /// <param name="userId">Whose.</param>
    /// <param name="after">0 for all.</param>
    /// <param name="limit">How many at most: the first ones.</param>
    /// <param name="cancellationToken">Nobody waits any more.</param>
    Task<IReadOnlyList<Frame>> ReadAsync(Guid userId, long after, int limit, CancellationToken cancellationToken);
}
