using Microsoft.Extensions.Logging;
using SystemDesign.Kernel.Time;
using SystemDesign.Platform.Background;
using SystemDesign.Platform.Outbox.Tables;
using SystemDesign.Platform.Persistence;

namespace SystemDesign.Platform.Outbox.Delivery;

/// <summary>
/// A pass takes what is there, gives it to each handler in turn and settles it. Each step is a transaction of its own; a
/// process that dies between two leaves a lease that runs out, and the inbox knows which handlers were done.
/// </summary>
internal sealed partial class OutboxDispatcher<TDb>(
    OutboxBell<TDb> outbox,
    EventClaims<TDb> events,
    OwedDeliveries<TDb> deliveries,
    Audiences<TDb> audiences,
    Subscriptions subscriptions,
    EventCatalog catalog,
    IEventTransport transport,
    HandlersAtRest resting,
    OutboxTelemetry telemetry,
    OutboxFigures<TDb> figures,
    OutboxOptions options,
    ModuleDatabase<TDb> module,
    TimeProvider clock,
    ILogger<OutboxDispatcher<TDb>> logger) : IOutboxDispatcher, IBackgroundWork, IDisposable
    where TDb : ModuleDb
{
    private static readonly TimeSpan Breath = TimeSpan.FromMilliseconds(10);

    /// <summary>One pass at a time in this process: a second would only wait for the same rows.</summary>
    private readonly SemaphoreSlim turn = new(1, 1);

    public string Name => $"outbox:{module.Schema}";

    public Bell Bell => outbox.Bell;

    public async Task<TimeSpan> RunAsync(CancellationToken cancellationToken)
    {
        var delivered = false;
        while (await DispatchAsync(cancellationToken))
        {
            delivered = true;
            cancellationToken.ThrowIfCancellationRequested();
        }

        if (delivered)
        {
            // The first event is not kept waiting; those that follow it closely are worth a few milliseconds to go together.
            await Task.Delay(Breath, CancellationToken.None);
        }

        await figures.MeasureAsync(cancellationToken);
        return await deliveries.NextDueAsync(cancellationToken) is { } due && due - clock.Now() < options.Poll
            ? TimeSpan.FromTicks(Math.Max((due - clock.Now()).Ticks, TimeSpan.TicksPerMillisecond))
            : options.Poll;
    }

    public async Task<bool> DispatchAsync(CancellationToken cancellationToken)
    {
        await turn.WaitAsync(cancellationToken);
        try
        {
            await audiences.ReopenAsync(cancellationToken);
            return await DeliverNewAsync(cancellationToken) | await DeliverOwedAsync(cancellationToken);
        }
        finally
        {
            turn.Release();
        }
    }

    public void Dispose() => turn.Dispose();

    private async Task<bool> DeliverNewAsync(CancellationToken cancellationToken)
    {
        if (!await events.AnyAsync(cancellationToken))
        {
            return false;
        }

        // Neither taken nor settled half-way when the process stops: its lease would keep others from it for nothing.
        var claim = await events.TakeAsync(CancellationToken.None);
        var left = claim.Items.ToDictionary(row => row.Position, row => audiences.LeftFor(row).ToHashSet());
        var owed = new List<OwedDelivery>();
        await using var patience = new Patience(options.Patience);
        try
        {
            var waiting = await deliveries.WaitingKeysAsync([.. claim.Items.Select(row => row.Key).OfType<string>().Distinct()], cancellationToken);
            foreach (var subscription in InTurn(left.Values.SelectMany(handlers => handlers)))
            {
                if (IsLost(claim))
                {
                    return true;
                }

                var wanted = claim.Items.Where(row => left[row.Position].Contains(subscription)).ToList();
                var behind = wanted.Where(row => row.Key is { } key && waiting.Contains((subscription.Handler, key))).ToList();
                owed.AddRange(behind.Select(row => deliveries.Owe(row, subscription.Handler, new(Wrap(row), OutcomeKind.Waits))));

                var outcomes = await DeliverAsync(subscription, wanted.Except(behind), patience, cancellationToken);
                owed.AddRange(outcomes.Where(outcome => outcome.Kind is not OutcomeKind.Handled)
                    .Select(outcome => deliveries.Owe(outcome.Envelope.Row, subscription.Handler, outcome)));
            }
        }
        catch
        {
            await events.ReturnAsync(claim, CancellationToken.None);
            outbox.CallOthers();
            throw;
        }

        await events.SettleAsync(claim, owed, CancellationToken.None);
        return claim.Items.Count > 0;
    }

    private async Task<bool> DeliverOwedAsync(CancellationToken cancellationToken)
    {
        if (!await deliveries.AnyDueAsync(cancellationToken))
        {
            return false;
        }

        var claim = await deliveries.TakeAsync(CancellationToken.None);
        var outcomes = new Dictionary<Guid, Outcome>();
        await using var patience = new Patience(options.Patience);
        try
        {
            var owed = claim.Items.ToLookup(one => subscriptions.Of(one.Delivery.Handler)!);
            foreach (var subscription in InTurn(owed.Select(handler => handler.Key)))
            {
                if (IsLost(claim))
                {
                    break;
                }

                var ids = owed[subscription].ToDictionary(one => one.Event.Position, one => one.Delivery.Id);
                foreach (var outcome in await DeliverAsync(subscription, owed[subscription].Select(one => one.Event), patience, cancellationToken))
                {
                    outcomes[ids[outcome.Envelope.Row.Position]] = outcome;
                }
            }
        }
        finally
        {
            await deliveries.SettleAsync(claim, outcomes, CancellationToken.None);
        }

        return claim.Items.Count > 0;
    }

    private async Task<IReadOnlyList<Outcome>> DeliverAsync(
        Subscription subscription, IEnumerable<OutboxEvent> rows, Patience patience, CancellationToken cancellationToken)
    {
        var envelopes = rows.Select(Wrap).ToList();
        if (envelopes.Count == 0)
        {
            return [];
        }

        var outcomes = await TryDeliverAsync(subscription, envelopes, patience, cancellationToken);
        foreach (var outcome in outcomes)
        {
            Record(subscription, outcome);
        }

        return outcomes;
    }

    /// <summary>
    /// A handler whose database is away is owed its events, and the others get theirs. If it is the database that the events lie in,
    /// there is nothing to be written of it.
    /// </summary>
    private async Task<IReadOnlyList<Outcome>> TryDeliverAsync(
        Subscription subscription, IReadOnlyList<Envelope> envelopes, Patience patience, CancellationToken cancellationToken)
    {
        if (resting.Has(subscription.Handler))
        {
            return Waiting(envelopes);
        }

        try
        {
            var outcomes = await transport.DeliverAsync(subscription, envelopes, patience, cancellationToken);
            if (resting.Remove(subscription.Handler))
            {
                LogBack(subscription.Handler);
            }

            return outcomes;
        }
        catch (Exception exception) when (subscription.Database != typeof(TDb) && !cancellationToken.IsCancellationRequested)
        {
            LogAway(exception, subscription.Handler, resting.Add(subscription.Handler).TotalSeconds);
            return Waiting(envelopes);
        }
    }

    private static IReadOnlyList<Outcome> Waiting(IReadOnlyList<Envelope> envelopes) => [.. envelopes.Select(envelope => new Outcome(envelope, OutcomeKind.Waits))];

    /// <summary>Those that subscribe to all come last: what somebody waits for is what one event means to one handler.</summary>
    private static IEnumerable<Subscription> InTurn(IEnumerable<Subscription> handlers) =>
        handlers.Distinct().OrderBy(subscription => subscription.IsToAll).ThenBy(subscription => subscription.Handler, StringComparer.Ordinal);

    /// <summary>Whoever finds out late leaves the rest to others: they may have it already.</summary>
    private bool IsLost<TItem>(Claim<TItem> claim)
    {
        var lost = claim.Until <= clock.Now();
        if (lost)
        {
            LogLost(claim.Items.Count, module.Schema);
        }

        return lost;
    }

    private Envelope Wrap(OutboxEvent row) => new(row, catalog.TypeOf(row.Name));

    private void Record(Subscription subscription, Outcome outcome)
    {
        var row = outcome.Envelope.Row;
        telemetry.Deliveries.Add(1, new("event", row.Name), new("handler", subscription.Handler), new("outcome", Word(outcome.Kind)));
        if (outcome.Kind is OutcomeKind.Handled)
        {
            telemetry.Lag.Record((clock.Now() - row.OccurredAt).TotalSeconds, new KeyValuePair<string, object?>("handler", subscription.Handler));
        }
        else if (outcome.Kind is OutcomeKind.Failed)
        {
            LogFailure(subscription.Handler, row.Name, row.Id, outcome.Failure!);
        }
    }

    private static string Word(OutcomeKind kind) => kind switch
    {
        OutcomeKind.Handled => "handled",
        OutcomeKind.Failed => "failed",
        _ => "waits",
    };

    [LoggerMessage(Level = LogLevel.Warning, Message = "The lease of {Count} events of {Module} was over before they were delivered: this process was stopped, or is too slow")]
    private partial void LogLost(int count, string module);

    [LoggerMessage(Level = LogLevel.Warning, Message = "{Handler} cannot be given events, which wait for it; it is tried again in {Seconds} s")]
    private partial void LogAway(Exception exception, string handler, double seconds);

    [LoggerMessage(Level = LogLevel.Information, Message = "{Handler} can be given events again")]
    private partial void LogBack(string handler);

    [LoggerMessage(Level = LogLevel.Warning, Message = "{Handler} failed on {Event} {EventId}: {Failure}")]
    private partial void LogFailure(string handler, string @event, Guid eventId, string failure);
}
