using System.Globalization;
using System.Text;
using Microsoft.Net.Http.Headers;
using SystemDesign.Kernel.Errors;
using SystemDesign.Media.Domain.Uploads;

namespace SystemDesign.Media.Presentation;

/// <summary>What the headers of tus say (https://tus.io/protocols/resumable-upload, version 1.0.0).</summary>
internal static class TusHeaders
{
    public const string Resumable = "Tus-Resumable";
    public const string Version = "Tus-Version";
    public const string Extension = "Tus-Extension";
    public const string MaxSize = "Tus-Max-Size";
    public const string ChecksumAlgorithm = "Tus-Checksum-Algorithm";
    public const string UploadLength = "Upload-Length";
    public const string UploadDeferLength = "Upload-Defer-Length";
    public const string UploadConcat = "Upload-Concat";
    public const string UploadOffset = "Upload-Offset";
    public const string UploadMetadata = "Upload-Metadata";
    public const string UploadChecksum = "Upload-Checksum";
    public const string UploadExpires = "Upload-Expires";
    public const string MethodOverride = "X-HTTP-Method-Override";

    public const string Protocol = "1.0.0";
    public const string Extensions = "creation,creation-with-upload,expiration,checksum,termination";
    public const string ContentType = "application/offset+octet-stream";

    /// <exception cref="InvalidException">It is left out, or no number.</exception>
    public static long Number(string? value, string header) =>
        long.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            ? number
            : throw Invalid(header, "It is needed here, as a whole number of bytes.");

    /// <summary>Keys and values in base64, as the extension Creation has them: <c>filename aGFyYm91ci5qcGc=,visibility cHVibGlj</c>.</summary>
    /// <exception cref="InvalidException">It is not of that form.</exception>
    public static IReadOnlyDictionary<string, string> Metadata(string? value)
    {
        var metadata = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var pair in string.IsNullOrEmpty(value) ? [] : value.Split(','))
        {
            var parts = pair.Trim().Split(' ');
            if (parts.Length > 2 || parts[0].Length == 0 || !pair.All(IsPrinted) || !metadata.TryAdd(parts[0], parts.Length == 2 ? Text(parts[1]) : string.Empty))
            {
                throw Invalid(UploadMetadata, "It is pairs of a key and a value in base64, with a space between and commas around; each key once.");
            }
        }

        return metadata;
    }

    /// <exception cref="InvalidException">It is not of the form <c>sha1 Lve95gjOVATpfV8EL5X4nxwjKHE=</c>, or of an algorithm that is not offered.</exception>
    public static Checksum? Checksum(string? value)
    {
        if (string.IsNullOrEmpty(value))
        {
            return null;
        }

        var parts = value.Split(' ');
        if (!Domain.Uploads.Checksum.Algorithms.ContainsKey(parts[0]))
        {
            throw new InvalidException(
                "media.checksum-algorithm-unknown", $"Of checksums, {string.Join(" and ", Domain.Uploads.Checksum.Algorithms.Keys)} are offered.", UploadChecksum);
        }

        var digest = new byte[64];
        return parts.Length == 2 && Convert.TryFromBase64String(parts[1], digest, out var length)
            ? new(parts[0], digest.AsMemory(0, length))
            : throw Invalid(UploadChecksum, "It is an algorithm, a space, and the digest in base64.");
    }

    public static bool IsBytes(string? contentType) =>
        MediaTypeHeaderValue.TryParse(contentType, out var type) && type.MediaType.Equals(ContentType, StringComparison.OrdinalIgnoreCase);

    /// <summary>It is given back as it came, and a header has no other characters.</summary>
    private static bool IsPrinted(char character) => character is >= ' ' and <= '~';

    private static string Text(string base64)
    {
        try
        {
            return new UTF8Encoding(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true).GetString(Convert.FromBase64String(base64));
        }
        catch (Exception exception) when (exception is FormatException or DecoderFallbackException)
        {
            throw Invalid(UploadMetadata, "Its values are UTF-8 in base64.");
        }
    }

    private static InvalidException Invalid(string header, string detail) => new("invalid-input", detail, header);
}
