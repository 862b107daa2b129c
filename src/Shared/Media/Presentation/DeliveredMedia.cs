using System.Globalization;
using Microsoft.AspNetCore.Http;
using SystemDesign.Media.Domain.Delivery;
using SystemDesign.Media.Domain.Tiers;

namespace SystemDesign.Media.Presentation;

/// <summary>An object over HTTP: all of it, compressed or as it is, or ranges of it; or only what is known of it.</summary>
internal sealed class DeliveredMedia(DeliveredObject media, string lifetime, IMediaContents contents, ColdOptions cold) : IResult
{
    public async Task ExecuteAsync(HttpContext httpContext)
    {
        var (request, response) = (httpContext.Request, httpContext.Response);
        var ranges = HttpMethods.IsGet(request.Method) && request.Headers.Range.Count > 0 ? RangesOf(request) : null;
        if ((ranges is null ? ContentCodings.Choose(request.Headers.AcceptEncoding, media) : ContentCoding.Identity) is not { } coding)
        {
            await RefuseAsync(httpContext, StatusCodes.Status406NotAcceptable);
            return;
        }

        var first = default(MediaPart);
        if (coding is not ContentCoding.Identity)
        {
            first = await contents.EncodeAsync(media, coding, httpContext.RequestAborted);
            coding = first.Outcome is MediaPartOutcome.NotSmaller ? ContentCoding.Identity : coding;
        }

        var tag = TagOf(coding);
        if (Preconditions.Refusal(request, tag, media.ModifiedAt) is { } status)
        {
            await AnswerConditionAsync(httpContext, status, tag);
        }
        else if (ranges is { Count: 0 })
        {
            response.Headers.ContentRange = $"bytes */{Text(media.Bytes)}";
            await RefuseAsync(httpContext, StatusCodes.Status416RangeNotSatisfiable);
        }
        else if (coding is not ContentCoding.Identity)
        {
            await SendEncodedAsync(httpContext, first, coding, tag);
        }
        else
        {
            await SendAsync(httpContext, ranges, tag);
        }
    }

    /// <summary>Ranges of compressed bytes would be of no use to who puts them together with others: a range is of the bytes as they are.</summary>
    private IReadOnlyList<ByteRange>? RangesOf(HttpRequest request) =>
        ContentCodings.TakesIdentity(request.Headers.AcceptEncoding) && Preconditions.AllowRange(request, media.Tag, media.ModifiedAt)
            ? ByteRanges.Read(request.Headers.Range, media.Bytes)
            : null;

    private async Task SendEncodedAsync(HttpContext httpContext, MediaPart encoded, ContentCoding coding, string tag)
    {
        if (encoded.Outcome is not MediaPartOutcome.Read)
        {
            await ExplainAsync(httpContext, encoded.Outcome);
            return;
        }

        var response = httpContext.Response;
        Describe(response, tag);
        response.Headers.ContentEncoding = ContentCodings.NameOf(coding);
        response.ContentType = media.ContentType;
        response.ContentLength = encoded.Bytes.Length;
        if (HttpMethods.IsGet(httpContext.Request.Method))
        {
            await response.Body.WriteAsync(encoded.Bytes, httpContext.RequestAborted);
        }
    }

    private async Task SendAsync(HttpContext httpContext, IReadOnlyList<ByteRange>? ranges, string tag)
    {
        var response = httpContext.Response;
        var isHead = HttpMethods.IsHead(httpContext.Request.Method);
        var start = ranges?[0].From ?? 0;

        // Before the headers: what cannot be read is an answer of its own.
        var first = default(MediaPart);
        if (!isHead && media.Bytes > 0)
        {
            first = await contents.ReadAsync(media, start, httpContext.RequestAborted);
            if (first.Outcome is not MediaPartOutcome.Read)
            {
                await ExplainAsync(httpContext, first.Outcome);
                return;
            }
        }

        Describe(response, tag);
        if (ranges is { Count: > 1 })
        {
            await new MultipartRanges(media, ranges).SendAsync(response, (range, part) => SendAsync(httpContext, range, part), first);
            return;
        }

        response.ContentType = media.ContentType;
        var all = ranges?[0] ?? new(0, media.Bytes - 1);
        response.ContentLength = all.Length;
        if (ranges is not null)
        {
            response.StatusCode = StatusCodes.Status206PartialContent;
            response.Headers.ContentRange = MultipartRanges.ContentRange(all, media.Bytes);
        }

        if (!isHead && all.Length > 0)
        {
            await SendAsync(httpContext, all, first);
        }
    }

    /// <param name="httpContext">To write to.</param>
    /// <param name="range">Which bytes.</param>
    /// <param name="part">The first of them, if somebody has them.</param>
    private async Task SendAsync(HttpContext httpContext, ByteRange range, MediaPart part)
    {
        for (var position = range.From; position <= range.To;)
        {
            if (part.Bytes.IsEmpty)
            {
                part = await contents.ReadAsync(media, position, httpContext.RequestAborted);
                if (part.Outcome is not MediaPartOutcome.Read)
                {
                    // The status is out. Cut off, the client knows that something is missing.
                    httpContext.Abort();
                    return;
                }
            }

            var bytes = part.Bytes[..(int)Math.Min(part.Bytes.Length, range.To - position + 1)];
            await httpContext.Response.Body.WriteAsync(bytes, httpContext.RequestAborted);
            position += bytes.Length;
            part = default;
        }
    }

    private Task AnswerConditionAsync(HttpContext httpContext, int status, string tag)
    {
        if (status is not StatusCodes.Status304NotModified)
        {
            return RefuseAsync(httpContext, status);
        }

        Describe(httpContext.Response, tag);
        httpContext.Response.StatusCode = status;
        return Task.CompletedTask;
    }

    private Task ExplainAsync(HttpContext httpContext, MediaPartOutcome outcome) => outcome switch
    {
        MediaPartOutcome.Restoring => new Restoring(cold).ExecuteAsync(httpContext),
        MediaPartOutcome.Missing => RefuseAsync(httpContext, StatusCodes.Status404NotFound),
        _ => UnavailableAsync(httpContext),
    };

    private static Task UnavailableAsync(HttpContext httpContext)
    {
        const int Seconds = 2;
        httpContext.Response.Headers.CacheControl = "no-store";
        httpContext.Response.Headers.RetryAfter = Text(Seconds);
        return TypedResults.Problem(
            $"The store of media cannot be read at the moment: try again in {Seconds} s.",
            statusCode: StatusCodes.Status503ServiceUnavailable,
            extensions: new Dictionary<string, object?> { ["code"] = "media.origin-unavailable" }).ExecuteAsync(httpContext);
    }

    private static Task RefuseAsync(HttpContext httpContext, int status)
    {
        httpContext.Response.Headers.CacheControl = "no-store";
        httpContext.Response.StatusCode = status;
        return Task.CompletedTask;
    }

    /// <summary>What is said of the representation whatever is sent of it; each of these values is there already.</summary>
    private void Describe(HttpResponse response, string tag)
    {
        var headers = response.Headers;
        headers.ETag = tag;
        headers.LastModified = media.LastModified;
        headers.CacheControl = lifetime;
        headers.AcceptRanges = "bytes";
        headers.ContentSecurityPolicy = SafeTypes.Inert;

        // Whoever has the address of a public file may show it; that of another file stays with this site.
        headers["Cross-Origin-Resource-Policy"] = media.IsPublic ? "cross-origin" : "same-site";
        if (SafeTypes.IsText(media.ContentType))
        {
            headers.Vary = "Accept-Encoding";
        }

        if (!SafeTypes.IsShown(media.ContentType))
        {
            headers.ContentDisposition = "attachment";
        }
    }

    private string TagOf(ContentCoding coding) => coding switch
    {
        ContentCoding.Brotli => media.BrotliTag,
        ContentCoding.Gzip => media.GzipTag,
        _ => media.Tag,
    };

    private static string Text(long number) => number.ToString(CultureInfo.InvariantCulture);
}
