using SystemDesign.Notifications.Domain.Contacts;
using SystemDesign.Notifications.Domain.Inbox;

namespace SystemDesign.Notifications.Domain.Deliveries;

/// <summary>One message to one address: a notification on a channel, or a code that confirms the address.</summary>
internal sealed class Delivery
{
    public const int MaximumProviderLength = 100;
    public const int MaximumErrorLength = 500;

    /// <summary>The last follows the first by about two hours.</summary>
    public const int MaximumAttempts = 8;

    /// <summary>Also what providers know it by, so that they recognise one that comes again.</summary>
    public required Guid Id { get; init; }

    /// <summary>Nothing: it carries a code.</summary>
    public Guid? ItemId { get; init; }

    public required Guid UserId { get; init; }

    public required Guid ContactId { get; init; }

    public required Channel Channel { get; init; }

    /// <summary>The code, sealed, until it is settled.</summary>
    public string? SealedCode { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    public DeliveryState State { get; set; }

    /// <summary>How often it was handed to providers, counted before it was.</summary>
    public int Attempts { get; set; }

    /// <summary>Nobody looks after it before then: its time has not come, or an instance is at it.</summary>
    public required DateTimeOffset NotBefore { get; set; }

    /// <summary>Whose it is until then; nothing: nobody's.</summary>
    public Guid? Lease { get; init; }

    /// <summary>The last that was asked.</summary>
    public string? Provider { get; init; }

    /// <summary>What it said, or why the delivery was dropped.</summary>
    public string? LastError { get; init; }

    public DateTimeOffset? SettledAt { get; set; }

    public static Delivery Of(InboxItem item, Contact contact, DateTimeOffset now, DateTimeOffset due) => new()
    {
        Id = Guid.CreateVersion7(now),
        ItemId = item.Id,
        UserId = item.UserId,
        ContactId = contact.Id,
        Channel = contact.Channel,
        CreatedAt = now,
        NotBefore = due,
    };

    public static Delivery OfCode(Contact contact, string sealedCode, DateTimeOffset now) => new()
    {
        Id = Guid.CreateVersion7(now),
        UserId = contact.UserId,
        ContactId = contact.Id,
        Channel = contact.Channel,
        SealedCode = sealedCode,
        CreatedAt = now,
        NotBefore = now,
    };
}
