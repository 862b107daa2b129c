using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using SystemDesign.Platform.Editing;
using SystemDesign.Platform.RateLimiting;

namespace SystemDesign.Platform.Modules;

/// <summary>Where a module hangs its endpoints.</summary>
public sealed class ModuleRoutes
{
    internal ModuleRoutes(IEndpointRouteBuilder routes, IModule module)
    {
        Api = routes.MapGroup($"/api/{module.Name}").WithGroupName(module.Name).WithTags(module.Title).RequireAuthorization().LimitByDefault()
            .AddEndpointFilter<RouteGroupBuilder, ConditionalAnswers>();
        Operator = Api.MapGroup("/operator").ForOperators();
        Root = routes.MapGroup(string.Empty).WithGroupName(module.Name).WithTags(module.Title);
    }

    /// <summary><c>/api/{module}</c>: for signed-in users and within the default limit, unless a route says otherwise.</summary>
    public RouteGroupBuilder Api { get; }

    /// <summary><c>/api/{module}/operator</c>: for who runs the product.</summary>
    public RouteGroupBuilder Operator { get; }

    /// <summary>The root of the site: for addresses that must be short. Open to all, unless a route says otherwise.</summary>
    public RouteGroupBuilder Root { get; }
}
