using System.Buffers.Text;
using System.Globalization;
using System.Runtime.InteropServices;
using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.EntityFrameworkCore;
using SystemDesign.Kernel.Time;
using SystemDesign.Media.Domain.Delivery;
using SystemDesign.Platform.Persistence;

namespace SystemDesign.Media.Data;

/// <summary>
/// HMAC-SHA-256 over the purpose, the name and the instant. Data protection itself would make another signature each time, and longer ones:
/// a browser that has an object would not know it again. So it seals the key, which is made at the first start.
/// </summary>
internal sealed class UrlSignatures(IDbContextFactory<MediaDb> databases, IWriter<MediaDb> writer, IDataProtectionProvider protection, TimeProvider clock)
    : IUrlSignatures, IInitialData
{
    private const string Purpose = "media.signed-url.v1";
    private const int KeyLength = 32;

    private readonly IDataProtector protector = protection.CreateProtector(Purpose);

    private byte[]? key;

    private byte[] Key => key ?? throw new InvalidOperationException("Addresses are signed only when the start has read the key.");

    public async Task EnsureAsync(CancellationToken cancellationToken)
    {
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        if (await db.SigningKeys.AsNoTracking().OrderByDescending(made => made.Id).FirstOrDefaultAsync(cancellationToken) is not { } newest)
        {
            newest = new() { Id = Guid.CreateVersion7(clock.Now()), SealedKey = protector.Protect(RandomNumberGenerator.GetBytes(KeyLength)) };
            db.SigningKeys.Add(newest);
            await writer.SaveAsync(db, cancellationToken);
        }

        key = protector.Unprotect(newest.SealedKey);
    }

    public string Sign(string objectName, long expires) => Base64Url.EncodeToString(Compute(objectName, expires));

    /// <summary>As text, of which there is one for each signature: what is no base64url cannot be read, and need not be.</summary>
    public bool IsGood(string objectName, long expires, string signature) =>
        CryptographicOperations.FixedTimeEquals(MemoryMarshal.AsBytes(Sign(objectName, expires).AsSpan()), MemoryMarshal.AsBytes(signature.AsSpan()));

    private byte[] Compute(string objectName, long expires) =>
        HMACSHA256.HashData(Key, Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{Purpose}\n{objectName}\n{expires}")));
}
