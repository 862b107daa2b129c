using System.Buffers.Binary;
using System.Globalization;
using System.Net;
using System.Security.Claims;
using Microsoft.AspNetCore.Http;
using SystemDesign.Platform.Security;

namespace SystemDesign.Platform.RateLimiting;

/// <summary>One whose requests are counted together: a user, or an address.</summary>
internal readonly record struct Caller
{
    private const int IPv6Length = 16;
    private const ulong IPv4Mapped = 0xFFFF_0000_0000;

    /// <summary>
    /// Who has IPv6 has at least a /64 (RFC 6177, section 2), and could come from each of its 2^64 addresses once.
    /// </summary>
    private static readonly UInt128 Network = UInt128.MaxValue << 64;

    private readonly bool isUser;
    private readonly UInt128 value;

    private Caller(bool isUser, UInt128 value)
    {
        this.isUser = isUser;
        this.value = value;
    }

    /// <summary>As a key of a store: <c>user:0190...</c> or <c>address:2001...</c>, in hexadecimal digits.</summary>
    public string Key => $"{(isUser ? "user" : "address")}:{value:x32}";

    public static Caller Of(HttpContext context, CountedBy countedBy) =>
        countedBy is CountedBy.User && context.User is { Identity.IsAuthenticated: true } user
            ? Of(Guid.Parse(user.FindFirstValue(ClaimNames.UserId)!, CultureInfo.InvariantCulture))
            : Of(context.Connection.RemoteIpAddress);

    public static Caller Of(Guid user)
    {
        Span<byte> bytes = stackalloc byte[IPv6Length];
        user.TryWriteBytes(bytes);
        return new(true, BinaryPrimitives.ReadUInt128BigEndian(bytes));
    }

    /// <param name="address">
    /// An IPv4 address is the same written as IPv6 (RFC 4291, section 2.5.5.2). Nothing where there is none, on a Unix
    /// socket: all who come that way are one.
    /// </param>
    public static Caller Of(IPAddress? address)
    {
        if (address is null)
        {
            return default;
        }

        Span<byte> bytes = stackalloc byte[IPv6Length];
        address.TryWriteBytes(bytes, out var length);
        return new(false, length < IPv6Length
            ? new UInt128(0, IPv4Mapped | BinaryPrimitives.ReadUInt32BigEndian(bytes))
            : BinaryPrimitives.ReadUInt128BigEndian(bytes) & (address.IsIPv4MappedToIPv6 ? UInt128.MaxValue : Network));
    }
}
