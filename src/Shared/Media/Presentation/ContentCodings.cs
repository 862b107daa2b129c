using Microsoft.Extensions.Primitives;
using Microsoft.Net.Http.Headers;
using SystemDesign.Media.Domain.Delivery;

namespace SystemDesign.Media.Presentation;

/// <summary>Which form of a text a client likes best (RFC 9110, section 12.5.3).</summary>
internal static class ContentCodings
{
    /// <summary>Below, the headers that say so are most of what is saved.</summary>
    private const long LeastBytes = 256;

    /// <summary>Compressed in memory, and kept whole.</summary>
    private const long MostBytes = 2 * 1024 * 1024;

    /// <param name="acceptEncoding">As the request has it; nothing: whatever we like, so the bytes as they are.</param>
    /// <param name="media">What is asked for.</param>
    /// <returns>Nothing, if none that there is will do.</returns>
    public static ContentCoding? Choose(StringValues acceptEncoding, DeliveredObject media)
    {
        if (!StringWithQualityHeaderValue.TryParseList(acceptEncoding, out var accepted))
        {
            return ContentCoding.Identity;
        }

        double? brotli = null, gzip = null, identity = null, others = null;
        foreach (var coding in accepted)
        {
            var quality = coding.Quality ?? 1;
            switch (coding.Value.ToString().ToUpperInvariant())
            {
                case "BR":
                    brotli = quality;
                    break;
                case "GZIP" or "X-GZIP":
                    gzip = quality;
                    break;
                case "IDENTITY":
                    identity = quality;
                    break;
                case "*":
                    others = quality;
                    break;
                default:
                    break;
            }
        }

        // The bytes as they are will do unless they are excluded; who names them not likes any other better that they name.
        var bytesAsTheyAre = identity ?? (others is 0 ? 0 : double.Epsilon);
        var mayBeCompressed = SafeTypes.IsText(media.ContentType) && media.Bytes is >= LeastBytes and <= MostBytes;
        var (best, liking) = (ContentCoding.Identity, bytesAsTheyAre);
        Prefer(ContentCoding.Gzip, mayBeCompressed ? gzip ?? others ?? 0 : 0);
        Prefer(ContentCoding.Brotli, mayBeCompressed ? brotli ?? others ?? 0 : 0);
        return liking > 0 ? best : null;

        // Of two that are liked as well, the smaller.
        void Prefer(ContentCoding coding, double quality)
        {
            if (quality > 0 && quality >= liking)
            {
                (best, liking) = (coding, quality);
            }
        }
    }

    /// <summary>Whether the bytes as they are may be sent, whatever is liked better: a range is always of these.</summary>
    public static bool TakesIdentity(StringValues acceptEncoding)
    {
        if (!StringWithQualityHeaderValue.TryParseList(acceptEncoding, out var accepted))
        {
            return true;
        }

        var named = accepted.FirstOrDefault(coding => coding.Value.Equals("identity", StringComparison.OrdinalIgnoreCase));
        return (named ?? accepted.FirstOrDefault(coding => coding.Value.Equals("*", StringComparison.Ordinal))) is not { Quality: 0 };
    }

    public static string? NameOf(ContentCoding coding) => coding switch
    {
        ContentCoding.Brotli => "br",
        ContentCoding.Gzip => "gzip",
        _ => null,
    };
}
