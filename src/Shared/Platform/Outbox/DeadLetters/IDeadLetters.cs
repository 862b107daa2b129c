using SystemDesign.Kernel.Paging;

namespace SystemDesign.Platform.Outbox.DeadLetters;

/// <summary>What a module could not deliver.</summary>
internal interface IDeadLetters
{
    /// <returns>The newest first; cursors of one module's list lead on in all of them.</returns>
    Task<Page<DeadLetter>> ListAsync(PageRequest page, CancellationToken cancellationToken);

    /// <summary>Has it delivered again, as if it had never failed. It is behind its time then, and handlers bear it.</summary>
    /// <returns>Whether there is such a one here.</returns>
    Task<bool> RedriveAsync(Guid id, CancellationToken cancellationToken);
}
