using SystemDesign.Kernel.Errors;
using SystemDesign.Kernel.Paging;
using SystemDesign.Twitter.Domain.People;

namespace SystemDesign.Twitter.Domain.Graph;

/// <summary>Who follows, blocks and mutes whom (TW-10). What changes adds to this unit of work; twice is as once.</summary>
internal interface IGraph
{
    /// <exception cref="InvalidException"><c>twitter.own-account</c>.</exception>
    Task<FollowAnswer> FollowAsync(int me, Person other, DateTimeOffset now, CancellationToken cancellationToken);

    void Unfollow(int me, Person other);

    /// <summary>Ends every other edge between the two.</summary>
    /// <exception cref="InvalidException"><c>twitter.own-account</c>.</exception>
    void Block(int me, Person other, DateTimeOffset now);

    void Unblock(int me, Person other);

    /// <exception cref="InvalidException"><c>twitter.own-account</c>.</exception>
    void Mute(int me, Person other, DateTimeOffset now);

    void Unmute(int me, Person other);

    /// <summary>The unit fails with 404 if they did not ask, or took it back.</summary>
    void Accept(int me, Person other, DateTimeOffset now);

    void Decline(int me, Person other);

    /// <summary>In the order of their numbers, which is that of joining.</summary>
    /// <exception cref="InvalidException"><c>invalid-cursor</c>.</exception>
    Task<Page<Author>> ListFollowersAsync(int person, int viewer, PageRequest page, CancellationToken cancellationToken);

    /// <inheritdoc cref="ListFollowersAsync"/>
    Task<Page<Author>> ListFollowingAsync(int person, int viewer, PageRequest page, CancellationToken cancellationToken);

    /// <summary>The first page of <see cref="ListFollowersAsync"/> for each of several people, in a bounded number of statements.</summary>
    /// <returns>A page for each of them, under their numbers.</returns>
    Task<IReadOnlyDictionary<int, Page<Author>>> ListFirstFollowersAsync(IReadOnlyList<Person> people, int viewer, int limit, CancellationToken cancellationToken);

    /// <summary>The first page of <see cref="ListFollowingAsync"/>, in the same way.</summary>
    /// <returns>A page for each of them, under their numbers.</returns>
    Task<IReadOnlyDictionary<int, Page<Author>>> ListFirstFollowingAsync(IReadOnlyList<Person> people, int viewer, int limit, CancellationToken cancellationToken);

    /// <inheritdoc cref="ListFollowersAsync" path="/summary"/>
    /// <exception cref="InvalidException"><c>invalid-cursor</c>.</exception>
    Task<Page<Author>> ListRequestsAsync(int me, PageRequest page, CancellationToken cancellationToken);

    /// <inheritdoc cref="ListRequestsAsync"/>
    Task<Page<Author>> ListBlockedAsync(int me, PageRequest page, CancellationToken cancellationToken);

    /// <inheritdoc cref="ListRequestsAsync"/>
    Task<Page<Author>> ListMutedAsync(int me, PageRequest page, CancellationToken cancellationToken);
}
