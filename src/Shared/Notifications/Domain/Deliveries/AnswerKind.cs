namespace SystemDesign.Notifications.Domain.Deliveries;

internal enum AnswerKind
{
    /// <summary>It is the provider's now.</summary>
    Taken,

    /// <summary>It is not: the provider is away, busy or broken. Another may take it at once.</summary>
    NotTaken,

    /// <summary>Never: with this address or this message something is wrong, wherever one asks.</summary>
    Refused,

    /// <summary>It may be: the connection broke before the answer. To ask another would be to send it twice.</summary>
    Unknown,

    /// <summary>Nobody was asked: all providers are set aside.</summary>
    NobodyThere,
}
