namespace SystemDesign.Platform.Outbox.Delivery;

/// <summary>What an instance took to deliver. It may settle it for as long as nobody else took it after the lease.</summary>
/// <param name="Lease">Drawn for this claim.</param>
/// <param name="Until">When others may take it.</param>
/// <param name="Items">In the order of their positions.</param>
internal sealed record Claim<TItem>(Guid Lease, DateTimeOffset Until, IReadOnlyList<TItem> Items);
