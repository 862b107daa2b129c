using System.Collections.Frozen;
using Microsoft.EntityFrameworkCore;
using SystemDesign.Platform.Outbox.Tables;
using SystemDesign.Platform.Persistence;

namespace SystemDesign.Platform.Outbox.Delivery;

/// <summary>
/// Who had which state events of a module. State events are opened again when this build has a handler that some of them
/// were settled without: because it is new, or was away.
/// </summary>
internal sealed class Audiences<TDb>(IDbContextFactory<TDb> databases, IWriter<TDb> writer, Subscriptions subscriptions)
    where TDb : ModuleDb
{
    private volatile FrozenDictionary<int, Audience> known = FrozenDictionary<int, Audience>.Empty;

    /// <summary>Whoever had an event of these needs no handler of this build any more.</summary>
    public IReadOnlyList<int> Served { get; private set; } = [];

    /// <summary>Those of this build's handlers that did not have the event before.</summary>
    public IEnumerable<Subscription> LeftFor(OutboxEvent row) => row.AudienceId is { } id
        ? subscriptions.To(row.Name).Where(subscription => !HandlersOf(known[id]).Contains(subscription.Handler))
        : subscriptions.To(row.Name);

    /// <summary>Opens state events again for handlers that did not have them. Costs one small read when there are none.</summary>
    public async Task ReopenAsync(CancellationToken cancellationToken)
    {
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        await ReadAsync(db, cancellationToken);
        var lacking = known.Values.Where(audience => IsState(audience.EventName) && !IsServed(audience)).Select(audience => audience.Id).ToList();
        var missed = db.Set<OutboxEvent>().Where(row => row.AudienceId != null && lacking.Contains(row.AudienceId.Value) && row.SettledAt != null);
        if (lacking.Count > 0 && await missed.AnyAsync(cancellationToken))
        {
            // All in one statement, before any newer event is delivered: so each handler meets a key's events in their order.
            await writer.RunAsync(
                db,
                transaction => missed.ExecuteUpdateAsync(
                    row => row.SetProperty(again => again.SettledAt, (DateTimeOffset?)null).SetProperty(again => again.LeasedUntil, (DateTimeOffset?)null),
                    transaction),
                cancellationToken);
        }
    }

    /// <summary>For each name and audience among the events: the audience when this build's handlers are counted in.</summary>
    public async Task<IReadOnlyList<(string Name, int? Before, int? After)>> AfterAsync(IEnumerable<OutboxEvent> events, CancellationToken cancellationToken)
    {
        var after = new List<(string, int?, int?)>();
        foreach (var (name, before) in events.Where(row => subscriptions.IsState(row.Name)).Select(row => (row.Name, row.AudienceId)).Distinct())
        {
            var handlers = subscriptions.To(name).Select(subscription => subscription.Handler)
                .Concat(before is { } id ? HandlersOf(known[id]) : [])
                .Distinct()
                .Order(StringComparer.Ordinal);
            after.Add((name, before, await IdOfAsync(name, string.Join(',', handlers), cancellationToken)));
        }

        return after;
    }

    private async Task<int> IdOfAsync(string name, string handlers, CancellationToken cancellationToken)
    {
        if (Find(name, handlers) is { } audience)
        {
            return audience.Id;
        }

        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        db.Add(new Audience { EventName = name, Handlers = handlers });
        try
        {
            await writer.SaveAsync(db, cancellationToken);
        }
        catch (DbUpdateException)
        {
            // Another instance was first; if it was something else, it is not there now either.
        }

        await ReadAsync(db, cancellationToken);
        return Find(name, handlers)?.Id ?? throw new InvalidOperationException($"The audience of {name} could not be stored.");
    }

    private Audience? Find(string name, string handlers) =>
        known.Values.FirstOrDefault(audience => audience.EventName == name && audience.Handlers == handlers);

    private async Task ReadAsync(TDb db, CancellationToken cancellationToken)
    {
        var audiences = await db.Set<Audience>().AsNoTracking().ToListAsync(cancellationToken);
        if (audiences.Count != known.Count)
        {
            known = audiences.ToFrozenDictionary(audience => audience.Id);
            Served = [.. audiences.Where(IsServed).Select(audience => audience.Id)];
        }
    }

    private bool IsState(string eventName) => subscriptions.EventNames.Contains(eventName) && subscriptions.IsState(eventName);

    private bool IsServed(Audience audience) =>
        !IsState(audience.EventName) || subscriptions.To(audience.EventName).All(subscription => HandlersOf(audience).Contains(subscription.Handler));

    private static string[] HandlersOf(Audience audience) => audience.Handlers.Split(',', StringSplitOptions.RemoveEmptyEntries);
}
