using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using SystemDesign.Kernel.Errors;

namespace SystemDesign.Platform.Paging;

/// <summary>
/// A position in one list, as text that means nothing to clients: format, seal, position, in base64url. The seal finds what was
/// damaged, changed or cut from another list. It has no key and needs none: whoever makes a cursor up only names another
/// position in a list that they may read anyway. So a page has the same bytes until it changes, and an entity tag.
/// </summary>
internal static class Cursor
{
    private const byte Format = 1;
    private const int SealLength = 8;
    private const int PositionStart = 1 + SealLength;

    public static string Write(string list, byte[] position) => Base64Url.EncodeToString([Format, .. Seal(list, position), .. position]);

    /// <exception cref="InvalidException">This is no cursor of that list.</exception>
    public static byte[] Read(string list, string text)
    {
        // Written again, since the last character has bits that mean nothing, and spaces would be skipped.
        if (Base64Url.IsValid(text)
            && Base64Url.DecodeFromChars(text) is [Format, ..] and { Length: > PositionStart } bytes
            && Base64Url.EncodeToString(bytes) == text
            && bytes[PositionStart..] is var position
            && bytes.AsSpan(1, SealLength).SequenceEqual(Seal(list, position)))
        {
            return position;
        }

        throw Invalid();
    }

    public static InvalidException Invalid() =>
        new("invalid-cursor", "This is no cursor of this list: take the one that the page before answered, or begin without.", PageParameters.Cursor);

    private static byte[] Seal(string list, byte[] position) => SHA256.HashData([.. Encoding.UTF8.GetBytes(list), 0, .. position])[..SealLength];
}
