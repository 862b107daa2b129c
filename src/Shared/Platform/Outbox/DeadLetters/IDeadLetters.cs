namespace SystemDesign.Platform.Outbox.DeadLetters;

/// <summary>What a module could not deliver.</summary>
internal interface IDeadLetters
{
    /// <param name="before">Only those with lower ids; nothing: from the newest.</param>
    /// <param name="limit">At most so many.</param>
    /// <param name="cancellationToken">From the request.</param>
    /// <returns>The newest first.</returns>
    Task<IReadOnlyList<DeadLetter>> ListAsync(Guid? before, int limit, CancellationToken cancellationToken);

    /// <summary>Has it delivered again, as if it had never failed. It is behind its time then, and handlers bear it.</summary>
    /// <returns>Whether there is such a one here.</returns>
    Task<bool> RedriveAsync(Guid id, CancellationToken cancellationToken);
}
