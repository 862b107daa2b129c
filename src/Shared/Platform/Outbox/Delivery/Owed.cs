using SystemDesign.Platform.Outbox.Tables;

namespace SystemDesign.Platform.Outbox.Delivery;

/// <summary>A delivery that is due again, with its event.</summary>
internal sealed record Owed(OwedDelivery Delivery, OutboxEvent Event);
