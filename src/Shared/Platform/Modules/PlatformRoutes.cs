using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using SystemDesign.Kernel.Identity;
using SystemDesign.Platform.RateLimiting;

namespace SystemDesign.Platform.Modules;

/// <summary>Where the platform hangs endpoints of its own, which belong to no module.</summary>
internal static class PlatformRoutes
{
    public static RouteDocument Operator { get; } = new("operator", "Operator", "For who runs the product: what is behind it, and what waits for a decision.");

    public static RouteDocument Designs { get; } = new("designs", "Designs", "Each case as its design: the nine steps, numbers to compute with, and a diagram that its own telemetry proves.");

    public static IReadOnlyList<RouteDocument> Documents { get; } = [Operator, Designs];

    /// <summary><c>/api/operator</c>: for users with that role.</summary>
    public static RouteGroupBuilder MapOperator(this IEndpointRouteBuilder routes) =>
        routes.MapDocument(Operator).ForOperators();

    public static RouteGroupBuilder ForOperators(this RouteGroupBuilder routes) =>
        routes.RequireAuthorization(policy => policy.RequireRole(Roles.Operator));

    /// <summary><c>/api/designs</c>: open to all.</summary>
    public static RouteGroupBuilder MapDesigns(this IEndpointRouteBuilder routes) => routes.MapDocument(Designs).AllowAnonymous();

    private static RouteGroupBuilder MapDocument(this IEndpointRouteBuilder routes, RouteDocument document) =>
        routes.MapGroup($"/api/{document.Name}").WithGroupName(document.Name).WithTags(document.Title).LimitByDefault();
}
