using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using SystemDesign.Platform.Persistence;

namespace SystemDesign.Platform.Outbox.Delivery;

/// <summary>Handlers in this process, many events to a transaction, and one by one those of a batch that failed.</summary>
internal sealed class InProcessTransport(IServiceProvider services, IDatabase database, OutboxOptions options) : IEventTransport
{
    /// <summary>A commit waits for the disk, so events share it; but those that share a transaction also wait for each other.</summary>
    private const int MaximumBatch = 50;

    /// <summary>A handler that lost a race may win the next one; to its event that is no failure.</summary>
    private const int MaximumRaces = 5;

    /// <summary>
    /// Of the patience: what many events have together before they go one by one, and what an event has at least before it is
    /// said to take too long. Two of them fit, so that of each claim one event is decided.
    /// </summary>
    private const double FairPart = 1.0 / 3;

    /// <summary>
    /// What one that subscribes to all has for a batch: a second, unless the lease was set. It does the same for every event, so a
    /// slow one is a database that is slow, and other handlers of the module must not wait until it is not.
    /// </summary>
    private const double PartOfAll = 1.0 / 15;

    public async Task<IReadOnlyList<Outcome>> DeliverAsync(
        Subscription to, IReadOnlyList<Envelope> events, Patience patience, CancellationToken cancellationToken)
    {
        var inbox = (IInbox)services.GetRequiredService(typeof(Inbox<>).MakeGenericType(to.Database));
        using var time = CancellationTokenSource.CreateLinkedTokenSource(patience.Over, cancellationToken);
        var outcomes = new List<Outcome>(events.Count);
        var failedKeys = new HashSet<string>(StringComparer.Ordinal);
        foreach (var batch in events.Chunk(MaximumBatch))
        {
            var together = (batch.Length > 1 || to.IsToAll) && failedKeys.Count == 0 && await TryTogetherAsync(inbox, to, batch, time.Token);
            cancellationToken.ThrowIfCancellationRequested();
            outcomes.AddRange(together
                ? batch.Select(envelope => new Outcome(envelope, OutcomeKind.Handled))
                : await OneByOneAsync(inbox, to, batch, failedKeys, patience, time.Token));
            cancellationToken.ThrowIfCancellationRequested();
        }

        return outcomes;
    }

    private async Task<bool> TryTogetherAsync(IInbox inbox, Subscription to, Envelope[] batch, CancellationToken time)
    {
        // One that never ends must leave time to find out which it is.
        using var partOfIt = CancellationTokenSource.CreateLinkedTokenSource(time);
        partOfIt.CancelAfter(options.Patience * (to.IsToAll ? PartOfAll : FairPart));
        try
        {
            // A database that hangs minds no token. What it commits after all, the inbox knows when it comes again.
            var handling = inbox.HandleAsync(to, batch, partOfIt.Token);
            await (to.IsToAll ? handling.WaitAsync(partOfIt.Token) : handling);
            return true;
        }
        catch (Exception exception) when (to.IsToAll && partOfIt.IsCancellationRequested)
        {
            throw new TimeoutException($"{to.Handler} took too long, and others wait behind it.", exception);
        }
        catch (Exception exception) when (!IsNoEventsFault(to, exception))
        {
            // Which of them it was shows when they go one by one.
            return false;
        }
    }

    private async Task<IReadOnlyList<Outcome>> OneByOneAsync(
        IInbox inbox, Subscription to, Envelope[] batch, HashSet<string> failedKeys, Patience patience, CancellationToken time)
    {
        var outcomes = new List<Outcome>(batch.Length);
        foreach (var envelope in batch)
        {
            var outcome = time.IsCancellationRequested || (envelope.Row.Key is { } key && failedKeys.Contains(key))
                ? new(envelope, OutcomeKind.Waits)
                : await AloneAsync(inbox, to, envelope, patience, time);
            outcomes.Add(outcome);
            if (outcome.Kind is not OutcomeKind.Handled && envelope.Row.Key is { } held)
            {
                failedKeys.Add(held);
            }
        }

        return outcomes;
    }

    private async Task<Outcome> AloneAsync(IInbox inbox, Subscription to, Envelope envelope, Patience patience, CancellationToken time)
    {
        var before = patience.Passed;
        for (var race = 1; ; race++)
        {
            try
            {
                await inbox.HandleAsync(to, [envelope], time);
                return new(envelope, OutcomeKind.Handled);
            }
            catch (Exception exception) when (IsNoEventsFault(to, exception))
            {
                throw;
            }
            catch (Exception exception) when (race < MaximumRaces && database.IsLostRace(exception))
            {
                // Others changed the same rows meanwhile: on what is there now it may succeed.
            }
            catch (NotAdmittedException)
            {
                return new(envelope, OutcomeKind.Waits);
            }
            catch (Exception) when (time.IsCancellationRequested)
            {
                return patience.Passed - before < FairPart ? new(envelope, OutcomeKind.Waits) : new(envelope, OutcomeKind.Failed, "It took too long.");
            }
            catch (Exception exception)
            {
                return new(envelope, OutcomeKind.Failed, $"{exception.GetType().Name}: {exception.Message}");
            }
        }
    }

    /// <summary>
    /// Of an event that is read, counted and forgotten, nothing is in the way of a database but the database: tables that are missing are
    /// no reason to give its events up, one after the other, until somebody has looked.
    /// </summary>
    private bool IsNoEventsFault(Subscription to, Exception exception) =>
        database.IsOutage(exception) || (to.IsToAll && (exception is DbException or DbUpdateException) && !database.IsLostRace(exception));
}
