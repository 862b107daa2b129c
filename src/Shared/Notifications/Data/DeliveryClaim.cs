using SystemDesign.Notifications.Domain.Deliveries;

namespace SystemDesign.Notifications.Data;

/// <summary>Deliveries that are this instance's for a while.</summary>
/// <param name="Lease">Stands in their rows.</param>
/// <param name="Deliveries">As they were before.</param>
internal sealed record DeliveryClaim(Guid Lease, IReadOnlyList<Delivery> Deliveries);
