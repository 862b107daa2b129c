using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using SystemDesign.Kernel.Messages;

namespace SystemDesign.Platform.Idempotency;

public static class IdempotentRoutes
{
    /// <summary>Says, in Swagger too, that a request can be sent again under the same <c>Idempotency-Key</c>.</summary>
    /// <typeparam name="TCommand">What the route sends; being <see cref="IIdempotent"/> is what makes it so.</typeparam>
    /// <param name="route">A route for signed-in users.</param>
    /// <param name="required">Whether a request without a key is refused, with 400.</param>
    public static RouteHandlerBuilder TakesIdempotencyKey<TCommand>(this RouteHandlerBuilder route, bool required = false)
        where TCommand : IIdempotent =>
        route.WithMetadata(new TakesIdempotencyKey(typeof(TCommand), required))
            .ProducesProblem(StatusCodes.Status409Conflict)
            .ProducesProblem(StatusCodes.Status422UnprocessableEntity);
}
