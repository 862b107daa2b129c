using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using SystemDesign.Kernel.Errors;
using SystemDesign.Kernel.Paging;
using SystemDesign.Platform.Modules;
using SystemDesign.Platform.Paging;

namespace SystemDesign.Platform.Outbox.DeadLetters;

internal static class DeadLetterEndpoints
{
    public static void MapDeadLetters(this IEndpointRouteBuilder routes)
    {
        var dead = routes.MapOperator();
        dead.MapGet("/dead-letters", ListAsync).ProducesProblem(StatusCodes.Status400BadRequest);
        dead.MapPost("/dead-letters/{id:guid}/redrive", RedriveAsync).ProducesProblem(StatusCodes.Status404NotFound);
    }

    /// <summary>Events that a handler could not handle, the newest first.</summary>
    /// <param name="page">Which part of the list.</param>
    /// <param name="modules">From the container.</param>
    /// <param name="cancellationToken">From the request.</param>
    /// <response code="200">A page of them; <c>next</c> is the <c>cursor</c> of the one after it.</response>
    /// <response code="400"><c>invalid-input</c>: the limit is out of its range. <c>invalid-cursor</c>: it is not one of this list.</response>
    private static async Task<Ok<Page<DeadLetter>>> ListAsync(PageParameters page, IEnumerable<IDeadLetters> modules, CancellationToken cancellationToken)
    {
        var parts = new List<Page<DeadLetter>>();
        foreach (var module in modules)
        {
            parts.Add(await module.ListAsync(page.Value, cancellationToken));
        }

        return TypedResults.Ok(DeadLetterPages.Merge(parts, page.Value.Limit));
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
