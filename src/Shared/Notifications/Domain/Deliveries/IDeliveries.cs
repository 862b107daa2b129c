using SystemDesign.Kernel.Paging;

namespace SystemDesign.Notifications.Domain.Deliveries;

internal interface IDeliveries
{
    /// <summary>The newest first.</summary>
    Task<Page<DeliveryReport>> ListAsync(DeliveryState state, PageRequest page, CancellationToken cancellationToken);

    /// <summary>For change: of two that change the same delivery at once, one is told to look again.</summary>
    Task<Delivery?> FindForChangeAsync(Guid id, CancellationToken cancellationToken);
}
