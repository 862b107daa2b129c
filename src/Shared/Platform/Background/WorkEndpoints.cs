using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using SystemDesign.Platform.Modules;

namespace SystemDesign.Platform.Background;

internal static class WorkEndpoints
{
    public static void MapBackgroundWork(this IEndpointRouteBuilder routes) => routes.MapOperator().MapGet("/background-work", ReadWork);

    /// <summary>What this instance does beside the requests, and how it is doing.</summary>
    /// <response code="200">By name.</response>
    private static Ok<IReadOnlyList<WorkState>> ReadWork(WorkBoard board) => TypedResults.Ok(board.States);
}
