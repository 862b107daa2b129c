using System.Net;
using System.Net.Sockets;

namespace SystemDesign.UrlShortener.Domain.Targets;

/// <summary>
/// Addresses that are nobody's website: what IANA's registries of special-purpose addresses (RFC 6890 and its successors) do
/// not call globally reachable, and where clouds keep metadata.
/// </summary>
internal static class SpecialAddresses
{
    /// <summary>The first that contains an address counts.</summary>
    private static readonly (IPNetwork Range, TargetRefusal Refusal)[] IPv4 =
    [
        // Where machines in a cloud ask who they are: most clouds; containers on AWS; Alibaba; Azure.
        (IPNetwork.Parse("169.254.169.254/32"), TargetRefusal.Metadata),
        (IPNetwork.Parse("169.254.170.2/32"), TargetRefusal.Metadata),
        (IPNetwork.Parse("100.100.100.200/32"), TargetRefusal.Metadata),
        (IPNetwork.Parse("168.63.129.16/32"), TargetRefusal.Metadata),

        // To connect to 0.0.0.0 is to connect to oneself on most systems.
        (IPNetwork.Parse("0.0.0.0/32"), TargetRefusal.Loopback),
        (IPNetwork.Parse("0.0.0.0/8"), TargetRefusal.Reserved),
        (IPNetwork.Parse("10.0.0.0/8"), TargetRefusal.PrivateAddress),
        (IPNetwork.Parse("100.64.0.0/10"), TargetRefusal.PrivateAddress),
        (IPNetwork.Parse("127.0.0.0/8"), TargetRefusal.Loopback),
        (IPNetwork.Parse("169.254.0.0/16"), TargetRefusal.LinkLocal),
        (IPNetwork.Parse("172.16.0.0/12"), TargetRefusal.PrivateAddress),
        (IPNetwork.Parse("192.0.0.0/24"), TargetRefusal.Reserved),
        (IPNetwork.Parse("192.0.2.0/24"), TargetRefusal.Reserved),
        (IPNetwork.Parse("192.88.99.0/24"), TargetRefusal.Reserved),
        (IPNetwork.Parse("192.168.0.0/16"), TargetRefusal.PrivateAddress),
        (IPNetwork.Parse("198.18.0.0/15"), TargetRefusal.Reserved),
        (IPNetwork.Parse("198.51.100.0/24"), TargetRefusal.Reserved),
        (IPNetwork.Parse("203.0.113.0/24"), TargetRefusal.Reserved),
        (IPNetwork.Parse("224.0.0.0/4"), TargetRefusal.Multicast),
        (IPNetwork.Parse("240.0.0.0/4"), TargetRefusal.Reserved),
    ];

    /// <summary>The first that contains an address counts. What is in none, and not <see cref="Reachable"/>, is reserved.</summary>
    private static readonly (IPNetwork Range, TargetRefusal Refusal)[] IPv6 =
    [
        (IPNetwork.Parse("::/128"), TargetRefusal.Loopback),
        (IPNetwork.Parse("::1/128"), TargetRefusal.Loopback),
        (IPNetwork.Parse("fd00:ec2::254/128"), TargetRefusal.Metadata),
        (IPNetwork.Parse("fd20:ce::254/128"), TargetRefusal.Metadata),
        (IPNetwork.Parse("64:ff9b:1::/48"), TargetRefusal.PrivateAddress),
        (IPNetwork.Parse("fc00::/7"), TargetRefusal.PrivateAddress),
        (IPNetwork.Parse("fe80::/10"), TargetRefusal.LinkLocal),
        (IPNetwork.Parse("fec0::/10"), TargetRefusal.PrivateAddress),
        (IPNetwork.Parse("ff00::/8"), TargetRefusal.Multicast),
    ];

    /// <summary>IPv4 addresses inside IPv6 ones: where they begin, and whether every bit of them is turned over.</summary>
    private static readonly (IPNetwork Range, int Start, bool Inverted)[] Wrappings =
    [
        // Compatible (RFC 4291, section 2.5.5.1), translated (RFC 7915), NAT64 (RFC 6052), 6to4 (RFC 3056).
        (IPNetwork.Parse("::/96"), 12, false),
        (IPNetwork.Parse("::ffff:0:0:0/96"), 12, false),
        (IPNetwork.Parse("64:ff9b::/96"), 12, false),
        (IPNetwork.Parse("2002::/16"), 2, false),

        // Teredo (RFC 4380, section 4): the server's, and the client's.
        (IPNetwork.Parse("2001::/32"), 4, false),
        (IPNetwork.Parse("2001::/32"), 12, true),
    ];

    /// <summary>NAT64 leads to the IPv4 Internet; the rest is what IANA gives out.</summary>
    private static readonly IPNetwork[] Reachable = [IPNetwork.Parse("64:ff9b::/96"), IPNetwork.Parse("2000::/3")];

    /// <summary>Parts of <see cref="Reachable"/>: IETF protocols, documentation, 6to4.</summary>
    private static readonly IPNetwork[] Unreachable =
    [
        IPNetwork.Parse("2001::/23"), IPNetwork.Parse("2001:db8::/32"), IPNetwork.Parse("2002::/16"), IPNetwork.Parse("3fff::/20"),
    ];

    /// <returns>Nothing if the address can be somebody's website.</returns>
    public static TargetRefusal? RefusalOf(IPAddress address) => address switch
    {
        { AddressFamily: AddressFamily.InterNetwork } => Find(IPv4, address),

        // Mapped addresses (RFC 4291, section 2.5.5.2) are apart, since IPNetwork does not find them in an IPv6 range.
        { IsIPv4MappedToIPv6: true } => Find(IPv4, address.MapToIPv4()) ?? TargetRefusal.Reserved,
        _ => Find(IPv6, address) ?? WrappedIn(address).Select(wrapped => Find(IPv4, wrapped)).FirstOrDefault(found => found is not null) ?? Rest(address),
    };

    private static TargetRefusal? Find((IPNetwork Range, TargetRefusal Refusal)[] ranges, IPAddress address) =>
        Array.Find(ranges, special => special.Range.Contains(address)) is { Range.PrefixLength: > 0 } found ? found.Refusal : null;

    private static TargetRefusal? Rest(IPAddress address) =>
        Reachable.Any(range => range.Contains(address)) && !Unreachable.Any(range => range.Contains(address)) ? null : TargetRefusal.Reserved;

    private static IEnumerable<IPAddress> WrappedIn(IPAddress address)
    {
        var bytes = address.GetAddressBytes();
        return
            from wrapping in Wrappings
            where wrapping.Range.Contains(address)
            select new IPAddress([.. bytes.Skip(wrapping.Start).Take(4).Select(part => (byte)(wrapping.Inverted ? ~part : part))]);
    }
}
