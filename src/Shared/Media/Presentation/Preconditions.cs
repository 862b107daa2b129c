using Microsoft.AspNetCore.Http;
using Microsoft.Net.Http.Headers;

namespace SystemDesign.Media.Presentation;

/// <summary>What a request makes its answer depend on, in the order of RFC 9110, section 13.2.2.</summary>
internal static class Preconditions
{
    /// <param name="request">Whose headers count.</param>
    /// <param name="tag">Of the representation that is to be sent.</param>
    /// <param name="modifiedAt">In whole seconds.</param>
    /// <returns>The status to answer instead of the representation: 304 or 412; nothing, if it is to be sent.</returns>
    public static int? Refusal(HttpRequest request, string tag, DateTimeOffset modifiedAt)
    {
        var headers = request.Headers;
        if (headers.IfMatch.Count > 0)
        {
            if (!AnyMatches(headers.IfMatch, tag, isStrong: true))
            {
                return StatusCodes.Status412PreconditionFailed;
            }
        }
        else if (headers.IfUnmodifiedSince.Count > 0 && HeaderUtilities.TryParseDate(headers.IfUnmodifiedSince.ToString(), out var until) && modifiedAt > until)
        {
            return StatusCodes.Status412PreconditionFailed;
        }

        if (headers.IfNoneMatch.Count > 0)
        {
            return AnyMatches(headers.IfNoneMatch, tag, isStrong: false) ? StatusCodes.Status304NotModified : null;
        }

        return headers.IfModifiedSince.Count > 0 && HeaderUtilities.TryParseDate(headers.IfModifiedSince.ToString(), out var since) && modifiedAt <= since
            ? StatusCodes.Status304NotModified
            : null;
    }

    /// <summary>Whether <c>If-Range</c> lets a range be sent (section 13.1.5): a tag by strong comparison, a date by being the same.</summary>
    public static bool AllowRange(HttpRequest request, string tag, DateTimeOffset modifiedAt)
    {
        var condition = request.Headers.IfRange;
        return condition.Count == 0
            || condition.ToString() == tag
            || (HeaderUtilities.TryParseDate(condition.ToString(), out var date) && date == modifiedAt);
    }

    private static bool AnyMatches(Microsoft.Extensions.Primitives.StringValues condition, string tag, bool isStrong)
    {
        // The one that nearly every request has, without parsing.
        if (condition.Count == 1 && (condition[0] == tag || condition[0] == "*"))
        {
            return true;
        }

        var ours = new EntityTagHeaderValue(tag);
        return EntityTagHeaderValue.TryParseList(condition, out var tags)
            && tags.Any(theirs => theirs.Tag == "*" || theirs.Compare(ours, isStrong));
    }
}
