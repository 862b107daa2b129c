using System.Globalization;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Primitives;
using SystemDesign.Kernel.Paging;

namespace SystemDesign.Platform.Paging;

/// <summary><c>?cursor=&amp;limit=</c>, for an endpoint to take as a parameter; what is empty is as if left out.</summary>
public sealed record PageParameters(PageRequest Value)
{
    public const string Cursor = "cursor";

    public const string Limit = "limit";

    /// <summary>By the framework's convention for parameters that read the request themselves.</summary>
    public static ValueTask<PageParameters?> BindAsync(HttpContext context)
    {
        var query = context.Request.Query;
        var cursor = query[Cursor];
        return new(new PageParameters(new PageRequest(StringValues.IsNullOrEmpty(cursor) ? null : cursor.ToString(), LimitOf(query[Limit]))));
    }

    /// <summary>What is no number is out of range too.</summary>
    private static int LimitOf(StringValues limit) =>
        StringValues.IsNullOrEmpty(limit) ? PageRequest.DefaultLimit
        : int.TryParse(limit.ToString(), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number
        : 0;
}
