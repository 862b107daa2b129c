namespace SystemDesign.UrlShortener.Domain.Targets;

/// <summary>Why no link may lead there; <see cref="TargetRefusals.Sentence"/> says it to a person.</summary>
internal enum TargetRefusal
{
    NotOnTheWeb,
    ControlCharacter,
    Backslash,
    Credentials,
    MalformedHost,
    MalformedPort,
    TooLong,
    OwnHost,
    Loopback,
    PrivateAddress,
    LinkLocal,
    Metadata,
    Multicast,
    Reserved,
    LocalName,
}
