using Microsoft.Extensions.Primitives;
using Microsoft.Net.Http.Headers;

namespace SystemDesign.Media.Presentation;

/// <summary>
/// What a request's <c>Range</c> comes to (RFC 9110, section 14). Ranges that overlap or touch are one, so an answer never has more bytes than
/// the object and its parts' headers; more than <see cref="Most"/> are refused as excessive (section 15.5.17).
/// </summary>
internal static class ByteRanges
{
    public const int Most = 32;

    /// <param name="header">As the request has it.</param>
    /// <param name="length">Of what is asked for.</param>
    /// <returns>
    /// Nothing: the header is none that we understand, and is ignored (section 14.2). None: no range lies within, or there are too many.
    /// Else the ranges, in the order in which they were asked for (section 15.3.7.2).
    /// </returns>
    public static IReadOnlyList<ByteRange>? Read(StringValues header, long length)
    {
        if (header.Count != 1 || !RangeHeaderValue.TryParse(header.ToString(), out var asked) || !asked.Unit.Equals("bytes", StringComparison.OrdinalIgnoreCase))
        {
            return null;
        }

        if (asked.Ranges.Count > Most)
        {
            return [];
        }

        var places = asked.Ranges
            .Select((range, order) => (Range: Locate(range, length), Order: order))
            .Where(place => place.Range is not null)
            .Select(place => (Range: place.Range!.Value, place.Order))
            .OrderBy(place => place.Range.From);
        var merged = new List<(ByteRange Range, int Order)>();
        foreach (var (range, order) in places)
        {
            if (merged.Count > 0 && range.From <= merged[^1].Range.To + 1)
            {
                var last = merged[^1];
                merged[^1] = (last.Range with { To = Math.Max(last.Range.To, range.To) }, Math.Min(last.Order, order));
            }
            else
            {
                merged.Add((range, order));
            }
        }

        return [.. merged.OrderBy(place => place.Order).Select(place => place.Range)];
    }

    private static ByteRange? Locate(RangeItemHeaderValue range, long length) => range switch
    {
        { From: { } from } => from < length ? new(from, Math.Min(range.To ?? long.MaxValue, length - 1)) : null,
        { To: { } suffix } => suffix > 0 && length > 0 ? new(Math.Max(0, length - suffix), length - 1) : null,
        _ => null,
    };
}
