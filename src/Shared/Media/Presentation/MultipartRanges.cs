using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Http;
using SystemDesign.Media.Domain.Delivery;

namespace SystemDesign.Media.Presentation;

/// <summary>Several ranges in one answer (RFC 9110, section 14.6). Its length is known before the first byte.</summary>
internal sealed class MultipartRanges
{
    private const int BoundaryBytes = 18;

    private readonly IReadOnlyList<(ByteRange Range, byte[] Head)> parts;
    private readonly byte[] end;
    private readonly string boundary;

    public MultipartRanges(DeliveredObject media, IReadOnlyList<ByteRange> ranges)
    {
        // By chance, so that no upload contains it.
        boundary = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(BoundaryBytes));
        parts = [.. ranges.Select((range, place) => (range, Ascii(
            $"{(place == 0 ? string.Empty : "\r\n")}--{boundary}\r\nContent-Type: {media.ContentType}\r\nContent-Range: {ContentRange(range, media.Bytes)}\r\n\r\n")))];
        end = Ascii($"\r\n--{boundary}--\r\n");
    }

    public static string ContentRange(ByteRange range, long length) =>
        string.Create(CultureInfo.InvariantCulture, $"bytes {range.From}-{range.To}/{length}");

    /// <param name="response">To write to.</param>
    /// <param name="send">Sends the bytes of a range, the first of which may be known.</param>
    /// <param name="first">The first bytes of the first range.</param>
    public async Task SendAsync(HttpResponse response, Func<ByteRange, MediaPart, Task> send, MediaPart first)
    {
        response.StatusCode = StatusCodes.Status206PartialContent;
        response.ContentType = $"multipart/byteranges; boundary={boundary}";
        response.ContentLength = parts.Sum(part => part.Head.Length + part.Range.Length) + end.Length;
        var cancellationToken = response.HttpContext.RequestAborted;
        foreach (var (range, head) in parts)
        {
            await response.Body.WriteAsync(head, cancellationToken);
            await send(range, first);
            first = default;
        }

        await response.Body.WriteAsync(end, cancellationToken);
    }

    private static byte[] Ascii(string text) => Encoding.ASCII.GetBytes(text);
}
