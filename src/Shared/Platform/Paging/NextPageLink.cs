using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Extensions;

namespace SystemDesign.Platform.Paging;

/// <summary>A <c>Link</c> header (RFC 8288) that leads to the next page: this request's own address with another cursor.</summary>
internal static class NextPageLink
{
    public static string Of(HttpRequest request, string cursor)
    {
        var query = QueryString.Create(request.Query
            .Where(parameter => !parameter.Key.Equals(PageParameters.Cursor, StringComparison.OrdinalIgnoreCase))
            .Append(new(PageParameters.Cursor, cursor)));
        return $"<{UriHelper.BuildAbsolute(request.Scheme, request.Host, request.PathBase, request.Path, query)}>; rel=\"next\"";
    }
}
