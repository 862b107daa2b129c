using System.Diagnostics;
using MediatR;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using SystemDesign.Kernel.Time;
using SystemDesign.Platform.Outbox.Tables;
using SystemDesign.Platform.Persistence;

namespace SystemDesign.Platform.Outbox.Delivery;

internal sealed class Inbox<TDb>(IServiceScopeFactory scopes, IWriter<TDb> writer, IDatabase database, TimeProvider clock) : IInbox
    where TDb : ModuleDb
{
    public async Task HandleAsync(Subscription subscription, IReadOnlyList<Envelope> events, CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<TDb>();
        await writer.RunAsync(
            db,
            async transaction =>
            {
                foreach (var envelope in await AdmitAsync(db, subscription, events, transaction))
                {
                    await HandleAsync(subscription, envelope, scope.ServiceProvider, cancellationToken);
                    await db.WriteAsync(transaction);
                    db.ChangeTracker.Clear();
                }
            },
            cancellationToken);
    }

    /// <summary>
    /// Those that the handler did not have. Their entries are written before it runs: another instance that has the same
    /// events waits there, and then fails on them.
    /// </summary>
    private async Task<IReadOnlyList<Envelope>> AdmitAsync(TDb db, Subscription subscription, IReadOnlyList<Envelope> events, CancellationToken cancellationToken)
    {
        var ids = events.Select(envelope => envelope.Row.Id).ToList();
        var had = await db.Set<InboxEntry>()
            .Where(entry => entry.Handler == subscription.Handler && ids.Contains(entry.EventId))
            .Select(entry => entry.EventId)
            .ToListAsync(cancellationToken);
        var fresh = events.Where(envelope => !had.Contains(envelope.Row.Id)).ToList();

        var now = clock.Now();
        db.AddRange(fresh.Select(envelope => new InboxEntry { EventId = envelope.Row.Id, Handler = subscription.Handler, HandledAt = now }));
        try
        {
            await db.WriteAsync(cancellationToken);
        }
        catch (DbUpdateException exception) when (!database.IsOutage(exception))
        {
            throw new TakenElsewhereException(exception);
        }

        db.ChangeTracker.Clear();
        return fresh;
    }

    private static async Task HandleAsync(Subscription subscription, Envelope envelope, IServiceProvider services, CancellationToken cancellationToken)
    {
        using var activity = OutboxTelemetry.Source.StartActivity($"{envelope.Row.Name} process", ActivityKind.Consumer, envelope.Row.TraceParent);
        activity?.SetTag("handler", subscription.Handler);

        // The mediator, as for every message; but it is to find this one handler, and not all that there are.
        var mediator = new Mediator(wanted => wanted.IsAssignableFrom(subscription.HandlerType.MakeArrayType())
            ? Alone(wanted, services.GetRequiredService(subscription.HandlerType))
            : services.GetRequiredService(wanted));
        try
        {
            await mediator.Publish(envelope.Open(), cancellationToken);
        }
        catch (Exception exception)
        {
            activity?.SetStatus(ActivityStatusCode.Error, exception.Message);
            throw;
        }
    }

    private static Array Alone(Type sequence, object handler)
    {
        var handlers = Array.CreateInstance(sequence.GetGenericArguments()[0], 1);
        handlers.SetValue(handler, 0);
        return handlers;
    }
}
