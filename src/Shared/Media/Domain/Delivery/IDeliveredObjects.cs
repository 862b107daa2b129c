namespace SystemDesign.Media.Domain.Delivery;

/// <summary>The objects that somebody has a file of.</summary>
internal interface IDeliveredObjects
{
    /// <summary>What is known of the object, or was half a minute ago at most; nothing, if there is none.</summary>
    ValueTask<DeliveredObject?> FindAsync(string name, CancellationToken cancellationToken);
}
