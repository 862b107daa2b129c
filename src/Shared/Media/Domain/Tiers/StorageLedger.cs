using SystemDesign.Media.Domain.Delivery;

namespace SystemDesign.Media.Domain.Tiers;

/// <summary>How much is kept, where, and what that saves.</summary>
/// <param name="Hot">Readable at once.</param>
/// <param name="Cold">Put away, or on its way there.</param>
/// <param name="Thawing">Asked for, and on its way back.</param>
/// <param name="MonthlySaving">What the cold bytes cost less a month than if they were hot, at the prices that are configured.</param>
/// <param name="Edge">Of the instance that answers.</param>
internal sealed record StorageLedger(StoredSum Hot, StoredSum Cold, StoredSum Thawing, Saving MonthlySaving, EdgeFigures Edge);
