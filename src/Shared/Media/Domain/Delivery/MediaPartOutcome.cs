namespace SystemDesign.Media.Domain.Delivery;

internal enum MediaPartOutcome
{
    Read,

    /// <summary>Compressed it would be larger.</summary>
    NotSmaller,

    /// <summary>The store has put it away, whatever the ledger said; it was asked for.</summary>
    Restoring,

    /// <summary>The store has no such object: it is being deleted.</summary>
    Missing,

    /// <summary>The store cannot be read now.</summary>
    Failed,
}
