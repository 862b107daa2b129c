using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using SystemDesign.Platform.Caching.Figures;
using SystemDesign.Platform.Modules;

namespace SystemDesign.Platform.Caching;

internal static class CacheEndpoints
{
    public static void MapCaches(this IEndpointRouteBuilder routes) =>
        routes.MapOperator().MapGet("/caches", List)
            .ProducesProblem(StatusCodes.Status401Unauthorized)
            .ProducesProblem(StatusCodes.Status403Forbidden);

    /// <summary>The caches of the instance that answers, and what they did since its start.</summary>
    /// <param name="caches">From the container.</param>
    /// <response code="200">By name.</response>
    /// <response code="401">No access token, or one that is not good any more.</response>
    /// <response code="403">For operators only.</response>
    private static Ok<CacheList> List(IEnumerable<CacheStatistics> caches) =>
        TypedResults.Ok(new CacheList([.. caches.OrderBy(cache => cache.Name, StringComparer.Ordinal).Select(cache => cache.Read())]));
}
