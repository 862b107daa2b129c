using SystemDesign.Twitter.Domain.People;

namespace SystemDesign.Twitter.Domain.Notices;

/// <summary>
/// Who is to hear of what (TW-14), as things are when it is asked and not when it happened. Nobody hears of themselves, of somebody with whom they
/// have a block, or whom they mute.
/// </summary>
internal interface INotices
{
    /// <returns>The author, and those of the users who are to hear of the tweet: nobody who may not see it, or if it is deleted.</returns>
    Task<(Person? Author, IReadOnlySet<Guid> Listeners)> FindListenersAsync(Guid tweetId, IReadOnlyCollection<Guid> userIds, CancellationToken cancellationToken);

    /// <returns>The actor, if the listener is to hear of them.</returns>
    Task<Person?> FindHeardAsync(Guid actorId, Guid listenerId, CancellationToken cancellationToken);

    /// <summary>
    /// One more of a crowd, of whom the listener is to be told now, or with others at the end of the hour. Whoever is in it already, or has taken it
    /// back by now, is not one more. It is written at once, in the transaction of the event that is handled.
    /// </summary>
    /// <returns>The actor, if the listener is to be told now.</returns>
    Task<Person?> JoinAsync(Crowd crowd, Guid listenerId, Guid actorId, DateTimeOffset now, CancellationToken cancellationToken);
}
