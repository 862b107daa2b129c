using Microsoft.AspNetCore.Http;
using Microsoft.Net.Http.Headers;

namespace SystemDesign.GraphQL.Http;

/// <summary>The two media types of a response. With the old one a status says nothing of the result, since any proxy might have sent it.</summary>
internal enum ResponseType
{
    GraphQLResponse,
    Json,
}

internal static class ResponseTypes
{
    public static string MediaType(this ResponseType type) => type == ResponseType.Json ? "application/json" : "application/graphql-response+json";

    /// <summary>
    /// The one that the client prefers, the newer one if it does not care; nothing, if it takes neither. Of what it says of a type, the most
    /// precise holds (RFC 9110, section 12.5.1).
    /// </summary>
    public static ResponseType? Accepted(IHeaderDictionary headers)
    {
        if (headers.Accept.Count == 0)
        {
            return ResponseType.GraphQLResponse;
        }

        if (!MediaTypeHeaderValue.TryParseList(headers.Accept, out var ranges))
        {
            return null;
        }

        var preferred =
            from type in Enum.GetValues<ResponseType>()
            let range = ranges.Index().Where(range => Includes(range.Item, type)).OrderBy(range => Breadth(range.Item)).FirstOrDefault()
            where range.Item is not null && range.Item.Quality is not 0
            orderby range.Item.Quality ?? 1 descending, range.Index
            select (ResponseType?)type;
        return preferred.FirstOrDefault();
    }

    private static bool Includes(MediaTypeHeaderValue range, ResponseType type) =>
        (range.Charset.Value is null || range.Charset.Equals("utf-8", StringComparison.OrdinalIgnoreCase))
        && Breadth(range) switch
        {
            0 => range.MediaType.Equals(type.MediaType(), StringComparison.OrdinalIgnoreCase),
            1 => range.Type.Equals("application", StringComparison.OrdinalIgnoreCase),
            _ => true,
        };

    private static int Breadth(MediaTypeHeaderValue range) => range.MatchesAllTypes ? 2 : range.MatchesAllSubTypes ? 1 : 0;
}
