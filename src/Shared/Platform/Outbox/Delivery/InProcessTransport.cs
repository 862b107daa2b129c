using Microsoft.Extensions.DependencyInjection;
using SystemDesign.Platform.Persistence;

namespace SystemDesign.Platform.Outbox.Delivery;

/// <summary>Handlers in this process, many events to a transaction, and one by one those of a batch that failed.</summary>
internal sealed class InProcessTransport(IServiceProvider services, IDatabase database) : IEventTransport
{
    /// <summary>A commit waits for the disk, so events share it; but those that share a transaction also wait for each other.</summary>
    private const int MaximumBatch = 50;

    /// <summary>A handler that lost a race may win the next one; to its event that is no failure.</summary>
    private const int MaximumRaces = 5;

    public async Task<IReadOnlyList<Outcome>> DeliverAsync(Subscription to, IReadOnlyList<Envelope> events, CancellationToken cancellationToken)
    {
        var inbox = (IInbox)services.GetRequiredService(typeof(Inbox<>).MakeGenericType(to.Database));
        var outcomes = new List<Outcome>(events.Count);
        var failedKeys = new HashSet<string>(StringComparer.Ordinal);
        foreach (var batch in events.Chunk(MaximumBatch))
        {
            var together = batch.Length > 1 && failedKeys.Count == 0 && await TryTogetherAsync(inbox, to, batch, cancellationToken);
            outcomes.AddRange(together
                ? batch.Select(envelope => new Outcome(envelope, OutcomeKind.Handled))
                : await OneByOneAsync(inbox, to, batch, failedKeys, cancellationToken));
        }

        return outcomes;
    }

    private static async Task<bool> TryTogetherAsync(IInbox inbox, Subscription to, Envelope[] batch, CancellationToken cancellationToken)
    {
        try
        {
            await inbox.HandleAsync(to, batch, cancellationToken);
            return true;
        }
        catch (Exception) when (!cancellationToken.IsCancellationRequested)
        {
            // Which of them it was shows when they go one by one.
            return false;
        }
    }

    private async Task<IReadOnlyList<Outcome>> OneByOneAsync(
        IInbox inbox, Subscription to, Envelope[] batch, HashSet<string> failedKeys, CancellationToken cancellationToken)
    {
        var outcomes = new List<Outcome>(batch.Length);
        foreach (var envelope in batch)
        {
            var outcome = envelope.Row.Key is { } key && failedKeys.Contains(key)
                ? new(envelope, OutcomeKind.Waits)
                : await AloneAsync(inbox, to, envelope, cancellationToken);
            outcomes.Add(outcome);
            if (outcome.Kind is OutcomeKind.Failed && envelope.Row.Key is { } failed)
            {
                failedKeys.Add(failed);
            }
        }

        return outcomes;
    }

    private async Task<Outcome> AloneAsync(IInbox inbox, Subscription to, Envelope envelope, CancellationToken cancellationToken)
    {
        for (var race = 1; ; race++)
        {
            try
            {
                await inbox.HandleAsync(to, [envelope], cancellationToken);
                return new(envelope, OutcomeKind.Handled);
            }
            catch (Exception exception) when (cancellationToken.IsCancellationRequested || database.IsOutage(exception))
            {
                throw;
            }
            catch (Exception exception) when (race < MaximumRaces && (exception is TakenElsewhereException || database.IsLostRace(exception)))
            {
                // Others changed the same rows meanwhile, or handled this very event: what is there now decides.
            }
            catch (Exception exception)
            {
                return new(envelope, OutcomeKind.Failed, $"{exception.GetType().Name}: {exception.Message}");
            }
        }
    }
}
