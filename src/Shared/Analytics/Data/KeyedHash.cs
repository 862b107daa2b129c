using System.Buffers.Binary;
using System.Security.Cryptography;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.EntityFrameworkCore;
using SystemDesign.Platform.Persistence;

namespace SystemDesign.Analytics.Data;

/// <summary>
/// Hashes ids so that nobody without the key can tell whose they are (HMAC-SHA-256). The key is drawn at the first start. Were the keys lost that
/// it is protected by, another takes its place, and users of that day count twice.
/// </summary>
internal sealed class KeyedHash(IDbContextFactory<AnalyticsDb> databases, IWriter<AnalyticsDb> writer, IDataProtectionProvider protection) : IInitialData
{
    private const int KeyLength = 32;

    private byte[] key = [];

    public async Task EnsureAsync(CancellationToken cancellationToken)
    {
        var protector = protection.CreateProtector(typeof(KeyedHash).FullName!);
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        var kept = await db.Set<SketchKey>().SingleOrDefaultAsync(cancellationToken);
        if (kept is not null && TryUnprotect(protector, kept.Protected) is { } known)
        {
            key = known;
            return;
        }

        key = RandomNumberGenerator.GetBytes(KeyLength);
        var hidden = protector.Protect(Convert.ToBase64String(key));
        if (kept is null)
        {
            db.Add(new SketchKey { Id = SketchKey.OnlyId, Protected = hidden });
        }
        else
        {
            kept.Protected = hidden;
        }

        await writer.SaveAsync(db, cancellationToken);
    }

    public ulong OfUser(Guid userId)
    {
        Span<byte> hash = stackalloc byte[HMACSHA256.HashSizeInBytes];
        HMACSHA256.HashData(key, userId.ToByteArray(bigEndian: true), hash);
        return BinaryPrimitives.ReadUInt64BigEndian(hash);
    }

    /// <summary>What a user calls an event by is the user's own; so is its hash.</summary>
    public Guid OfEvent(Guid userId, Guid eventId)
    {
        Span<byte> hash = stackalloc byte[HMACSHA256.HashSizeInBytes];
        HMACSHA256.HashData(key, [.. userId.ToByteArray(bigEndian: true), .. eventId.ToByteArray(bigEndian: true)], hash);
        return new(hash[..16], bigEndian: true);
    }

    private static byte[]? TryUnprotect(IDataProtector protector, string hidden)
    {
        try
        {
            return Convert.FromBase64String(protector.Unprotect(hidden));
        }
        catch (CryptographicException)
        {
            return null;
        }
    }
}
