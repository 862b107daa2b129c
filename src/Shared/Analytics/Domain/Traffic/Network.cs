using System.Buffers.Binary;
using System.Net;
using System.Net.Sockets;

namespace SystemDesign.Analytics.Domain.Traffic;

/// <summary>
/// An address without what tells its users apart: the first 24 bits of IPv4, the first 48 of IPv6, which is what a provider gives
/// a site (RFC 6177). Google Analytics cut addresses at the same places ("IP anonymization": the last octet, and the last 80 bits). The rest is never
/// kept, not even for a moment.
/// </summary>
/// <param name="Bits">The first 48 or 24, at the low end.</param>
/// <param name="IsVersion6">Whether they are 48.</param>
internal readonly record struct Network(ulong Bits, bool IsVersion6)
{
    public static Network? Of(IPAddress? address)
    {
        Span<byte> bytes = stackalloc byte[16];
        if (address is null || !address.TryWriteBytes(bytes, out _))
        {
            return null;
        }

        return address switch
        {
            { AddressFamily: AddressFamily.InterNetwork } => new(BinaryPrimitives.ReadUInt32BigEndian(bytes) >> 8, false),
            { IsIPv4MappedToIPv6: true } => new(BinaryPrimitives.ReadUInt32BigEndian(bytes[12..]) >> 8, false),
            _ => new(BinaryPrimitives.ReadUInt64BigEndian(bytes) >> 16, true),
        };
    }

    /// <summary>Such as <c>203.0.113.0/24</c> or <c>2001:db8:1::/48</c>.</summary>
    public override string ToString()
    {
        var bytes = new byte[IsVersion6 ? 16 : 4];
        if (IsVersion6)
        {
            BinaryPrimitives.WriteUInt64BigEndian(bytes, Bits << 16);
        }
        else
        {
            BinaryPrimitives.WriteUInt32BigEndian(bytes, (uint)Bits << 8);
        }

        return $"{new IPAddress(bytes)}/{(IsVersion6 ? 48 : 24)}";
    }
}
