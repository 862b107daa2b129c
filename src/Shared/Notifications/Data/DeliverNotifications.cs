using System.Diagnostics;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
using SystemDesign.Kernel.Time;
using SystemDesign.Notifications.Domain.Deliveries;
using SystemDesign.Platform.Background;

namespace SystemDesign.Notifications.Data;

/// <summary>
/// Hands deliveries that are due to providers. What users prefer, have read or removed is asked at the last moment. Any number of instances
/// share the work.
/// </summary>
internal sealed partial class DeliverNotifications(
    IDbContextFactory<NotificationsDb> databases,
    DeliveryClaims claims,
    Messages messages,
    ProviderChain providers,
    BellOf<DeliverNotifications> deliveryBell,
    NotificationMetrics metrics,
    TimeProvider clock,
    ILogger<DeliverNotifications> logger) : IBackgroundWork, IDisposable
{
    /// <summary>Providers are waited for, mostly; each has as many connections at once.</summary>
    private const int AtOnce = 8;

    private const int Portion = 2 * AtOnce;

    /// <summary>Others' deliveries ring no bell here; they are found when they wait too long for them.</summary>
    private static readonly TimeSpan Poll = TimeSpan.FromSeconds(5);

    private static readonly ActivitySource Spans = new(typeof(DeliverNotifications).Assembly.GetName().Name!);

    /// <summary>One at a time in this process: a second would find what the first is at, and leave it.</summary>
    private readonly SemaphoreSlim turn = new(1, 1);

    public string Name => "notifications.deliveries";

    public Bell Bell => deliveryBell.Bell;

    public async Task<TimeSpan> RunAsync(CancellationToken cancellationToken)
    {
        await turn.WaitAsync(cancellationToken);
        try
        {
            await claims.SettleUnwrittenAsync();
            while (await claims.TakeAsync(Portion) is { Deliveries.Count: > 0 } claim)
            {
                await DeliverAsync(claim, cancellationToken);
                cancellationToken.ThrowIfCancellationRequested();
            }
        }
        finally
        {
            turn.Release();
        }

        var (count, firstDue) = await claims.WaitingAsync(cancellationToken);
        metrics.MeasurePending(count);
        return firstDue is { } due && due - clock.Now() < Poll ? TimeSpan.FromTicks(Math.Max((due - clock.Now()).Ticks, TimeSpan.TicksPerMillisecond)) : Poll;
    }

    public Task FinishAsync() => claims.SettleUnwrittenAsync();

    public void Dispose() => turn.Dispose();

    /// <summary>When the process stops, what is handed over already is waited for, and the rest is given back.</summary>
    private async Task DeliverAsync(DeliveryClaim claim, CancellationToken cancellationToken)
    {
        try
        {
            await Parallel.ForEachAsync(
                claim.Deliveries,
                new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = cancellationToken },
                async (delivery, _) => await DeliverAsync(delivery, claim.Lease));
        }
        catch
        {
            await claims.ReturnAsync(claim);
            throw;
        }
    }

    private async Task DeliverAsync(Delivery delivery, Guid lease)
    {
        using var span = Spans.StartActivity(nameof(DeliverNotifications));
        var context = await LoadAsync(delivery);
        var decision = context.Decide(clock.Now());
        if (decision.WaitUntil is { } until)
        {
            await PutBackAsync(delivery, lease, Settlement.OfWait(delivery, until));
        }
        else if (decision.Address is not { } address)
        {
            await PutBackAsync(delivery, lease, Settlement.OfDrop(delivery, decision.DropReason!, clock.Now()));
        }
        else if (messages.Write(context, address) is not { } message)
        {
            await PutBackAsync(delivery, lease, Settlement.OfDrop(delivery, "The code cannot be read any more.", clock.Now()));
        }
        else if (await claims.BeginAsync(delivery, lease))
        {
            await SendAsync(delivery, message);
        }
    }

    private async Task SendAsync(Delivery delivery, OutgoingMessage message)
    {
        var answer = await providers.SendAsync(message, CancellationToken.None);
        var settlement = Settlement.Of(delivery, answer with { Said = Shorten(answer.Said) }, clock.Now());
        metrics.CountDelivery(delivery.Channel, settlement.Provider, settlement.Outcome);
        if (answer.Kind is AnswerKind.Taken)
        {
            metrics.MeasureLag(delivery.Channel, clock.Now() - delivery.CreatedAt);
        }
        else
        {
            LogNotTaken(delivery.Id, settlement.Provider, settlement.Attempts, settlement.Outcome);
        }

        await claims.SettleAsync(delivery.Id, settlement);
    }

    private async Task PutBackAsync(Delivery delivery, Guid lease, Settlement settlement)
    {
        metrics.CountDelivery(delivery.Channel, settlement.Provider, settlement.Outcome);
        await claims.PutBackAsync(delivery, lease, settlement);
    }

    private async Task<DeliveryContext> LoadAsync(Delivery delivery)
    {
        await using var db = await databases.CreateDbContextAsync();
        var item = delivery.ItemId is { } itemId ? await db.Items.AsNoTracking().SingleOrDefaultAsync(item => item.Id == itemId) : null;
        var contact = await db.Contacts.AsNoTracking().SingleOrDefaultAsync(contact => contact.Id == delivery.ContactId);
        var recipient = await db.Recipients.AsNoTracking().SingleOrDefaultAsync(recipient => recipient.UserId == delivery.UserId);
        var chosen = item is null ? null : await db.Preferences.AsNoTracking().SingleOrDefaultAsync(row => row.UserId == item.UserId && row.Topic == item.Topic);
        return new(delivery, item, contact, recipient ?? new() { UserId = delivery.UserId }, chosen?.Choices);
    }

    private static string? Shorten(string? said) => said is null ? null : Domain.PlainText.Cut(Domain.PlainText.OneLine(said), Delivery.MaximumErrorLength);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Delivery {Delivery} was not taken by {Provider} at attempt {Attempt}: {Outcome}")]
    private partial void LogNotTaken(Guid delivery, string? provider, int attempt, string outcome);
}
