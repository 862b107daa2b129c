using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text.Json;
using Microsoft.AspNetCore.DataProtection;
using SystemDesign.Kernel.Errors;
using SystemDesign.Kernel.Media;

namespace SystemDesign.Platform.Media;

/// <summary>
/// Signed, and sealed too, by the keys that all instances share. The purpose binds what is signed to this use and this form: no
/// token of another kind, and no reference of another version, passes for one.
/// </summary>
internal sealed class MediaReferences(IDataProtectionProvider protection, TimeProvider clock) : IMediaReferences
{
    private const string Purpose = "SystemDesign.MediaReferences.v1";

    /// <summary>Far beyond the longest that there is; nobody's megabytes are decrypted.</summary>
    private const int MaximumLength = 2048;

    private readonly IDataProtector protector = protection.CreateProtector(Purpose);

    public string Sign(MediaReference reference) => Base64Url.EncodeToString(protector.Protect(JsonSerializer.SerializeToUtf8Bytes(reference)));

    public MediaReference Verify(string text, Guid ownerId, string field)
    {
        if (Read(text) is not { } reference || reference.OwnerId != ownerId)
        {
            throw new InvalidException("media.reference-refused", "This is no reference to a file of yours.", field);
        }

        return reference.ExpiresAt > clock.GetUtcNow()
            ? reference
            : throw new InvalidException("media.reference-expired", "This reference has expired: read the file, and send the reference that it has now.", field);
    }

    private MediaReference? Read(string text)
    {
        if (text is not { Length: > 0 and <= MaximumLength } || !Base64Url.IsValid(text))
        {
            return null;
        }

        try
        {
            return JsonSerializer.Deserialize<MediaReference>(protector.Unprotect(Base64Url.DecodeFromChars(text)));
        }
        catch (CryptographicException)
        {
            return null;
        }
    }
}
