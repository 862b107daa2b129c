using System.Diagnostics;
using MediatR;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using SystemDesign.Kernel.Events;
using SystemDesign.Kernel.Time;
using SystemDesign.Platform.Outbox.Tables;
using SystemDesign.Platform.Persistence;

namespace SystemDesign.Platform.Outbox.Delivery;

internal sealed class Inbox<TDb>(IServiceScopeFactory scopes, IWriter<TDb> writer, TimeProvider clock) : IInbox
    where TDb : ModuleDb
{
    public async Task HandleAsync(Subscription subscription, IReadOnlyList<Envelope> events, CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<TDb>();
        var begun = false;
        try
        {
            await writer.RunAsync(
                db,
                async transaction =>
                {
                    var admitted = await AdmitAsync(db, subscription, events, transaction);
                    begun = true;
                    if (subscription.IsToAll)
                    {
                        await HandleTogetherAsync(subscription, admitted, scope.ServiceProvider, db, cancellationToken);
                        return;
                    }

                    foreach (var envelope in admitted)
                    {
                        await HandleAsync(subscription, envelope, scope.ServiceProvider, cancellationToken);
                        await db.WriteAsync(transaction);
                        db.ChangeTracker.Clear();
                    }
                },
                cancellationToken);
        }
        catch (OperationCanceledException exception) when (!begun)
        {
            throw new NotAdmittedException(exception);
        }
    }

    /// <summary>
    /// Those that the handler did not have. Their entries are written before it runs, so that another instance which has the
    /// same events waits there, and finds then that they are handled. One statement for all of them: entities would be one each.
    /// </summary>
    private async Task<IReadOnlyList<Envelope>> AdmitAsync(TDb db, Subscription subscription, IReadOnlyList<Envelope> events, CancellationToken cancellationToken)
    {
        var inbox = db.Quoted(OutboxTables.Inbox);
        var rows = string.Join(", ", Enumerable.Range(2, events.Count).Select(id => $"({{{id}}}, {{0}}, {{1}})"));
        var insert = $"INSERT INTO {inbox} (event_id, handler, handled_at) VALUES {rows} ON CONFLICT DO NOTHING RETURNING event_id AS \"Value\"";
        object[] values = [subscription.Handler, clock.Now(), .. events.Select(envelope => (object)envelope.Row.Id)];
        var fresh = await db.Database.SqlQueryRaw<Guid>(insert, values).ToListAsync(cancellationToken);
        return fresh.Count == events.Count ? events : [.. events.Where(envelope => fresh.Contains(envelope.Row.Id))];
    }

    /// <summary>
    /// One span for all of them, within the trace that told the first and linked to the others', as OpenTelemetry's conventions for
    /// messaging have it for batches.
    /// </summary>
    private static async Task HandleTogetherAsync(
        Subscription subscription, IReadOnlyList<Envelope> admitted, IServiceProvider services, TDb db, CancellationToken cancellationToken)
    {
        if (admitted.Count == 0)
        {
            return;
        }

        using var activity = OutboxTelemetry.StartBatch(subscription.Handler, [.. admitted.Select(envelope => envelope.Row.TraceParent)]);
        try
        {
            await ((ISubscribeToAll)services.GetRequiredService(subscription.HandlerType)).HandleAsync(admitted, cancellationToken);
            await db.WriteAsync(cancellationToken);
        }
        catch (Exception exception)
        {
            activity?.SetStatus(ActivityStatusCode.Error, exception.Message);
            throw;
        }
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
