namespace SystemDesign.Media.Domain.Delivery;

internal enum OpenOutcome
{
    Opened,

    /// <summary>There is none, or none that may be known of without a signature.</summary>
    NotFound,

    /// <summary>The signature was good, and its time is over.</summary>
    Expired,

    /// <summary>The signature is not for this address.</summary>
    Forged,

    /// <summary>It was put away, and is being brought back.</summary>
    Restoring,
}
