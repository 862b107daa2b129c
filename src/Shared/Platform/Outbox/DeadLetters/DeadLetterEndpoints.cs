using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using SystemDesign.Kernel.Errors;
using SystemDesign.Platform.Modules;

namespace SystemDesign.Platform.Outbox.DeadLetters;

internal static class DeadLetterEndpoints
{
    public static void MapDeadLetters(this IEndpointRouteBuilder routes)
    {
        var dead = routes.MapOperator();
        dead.MapPost("/dead-letters/{id:guid}/redrive", RedriveAsync).ProducesProblem(StatusCodes.Status404NotFound);
    }

    /// <summary>Has a dead letter delivered again.</summary>
    /// <param name="id">As listed.</param>
    /// <param name="modules">From the container.</param>
    /// <param name="cancellationToken">From the request.</param>
    /// <response code="202">It will be tried again soon; if it fails as often, it comes back.</response>
    /// <response code="404"><c>dead-letter-not-found</c>: there is none of this id, or somebody redrove it.</response>
    private static async Task<Accepted> RedriveAsync(Guid id, IEnumerable<IDeadLetters> modules, CancellationToken cancellationToken)
    {
        foreach (var module in modules)
        {
            if (await module.RedriveAsync(id, cancellationToken))
            {
                return TypedResults.Accepted(new Uri("/api/operator/dead-letters", UriKind.Relative));
            }
        }

        throw new NotFoundException("dead-letter-not-found", "There is no dead letter of this id; somebody may have redriven it.");
    }
}
