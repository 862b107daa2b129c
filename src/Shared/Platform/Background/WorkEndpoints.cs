using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace SystemDesign.Platform.Background;

internal static class WorkEndpoints
{
    public static void Map(RouteGroupBuilder operatorRoutes) => operatorRoutes.MapGet("/background-work", ReadWork);

    /// <summary>What this instance does beside the requests, and how it is doing.</summary>
    /// <response code="200">By name.</response>
    private static Ok<IReadOnlyList<WorkState>> ReadWork(WorkBoard board) => TypedResults.Ok(board.States);
}
