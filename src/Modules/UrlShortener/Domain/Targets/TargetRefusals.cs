using System.Diagnostics;

namespace SystemDesign.UrlShortener.Domain.Targets;

internal static class TargetRefusals
{
    public static string Sentence(this TargetRefusal refusal) => refusal switch
    {
        TargetRefusal.NotOnTheWeb => "The URL must be absolute and begin with http:// or https://.",
        TargetRefusal.ControlCharacter => "The URL contains a control character, such as a tab or a line break.",
        TargetRefusal.Backslash => "The URL contains a backslash before its query, which browsers read as a slash.",
        TargetRefusal.Credentials => "The URL contains a user name or a password: there is an @ before its host.",
        TargetRefusal.MalformedHost => "The URL's host is neither a host name nor an address.",
        TargetRefusal.MalformedPort => "The URL's port is not a number from 1 to 65535.",
        TargetRefusal.TooLong => "The URL is longer than 2,048 characters in its ASCII form.",
        TargetRefusal.OwnHost => "The URL leads back to this service, so that a visitor could go round in circles.",
        TargetRefusal.Loopback => "The URL's host is the visitor's own computer (a loopback address).",
        TargetRefusal.PrivateAddress => "The URL's host is a private address.",
        TargetRefusal.LinkLocal => "The URL's host is a link-local address.",
        TargetRefusal.Metadata => "The URL's host is a metadata address, where clouds hand machines their secrets.",
        TargetRefusal.Multicast => "The URL's host is a multicast address.",
        TargetRefusal.Reserved => "The URL's host is a reserved address, which is nobody's on the Internet.",
        TargetRefusal.LocalName => "The URL's host is a name that exists only inside a network.",
        _ => throw new UnreachableException(),
    };
}
