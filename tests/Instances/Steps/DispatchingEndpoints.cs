using Microsoft.AspNetCore.Http.HttpResults;
using SystemDesign.Platform.Outbox.Delivery;
using SystemDesign.Tests.Instances.Telling;

namespace SystemDesign.Tests.Instances.Steps;

internal static class DispatchingEndpoints
{
    public static void MapDispatching(this IEndpointRouteBuilder routes) => routes.MapPost("/dispatch", DispatchAsync);

    /// <summary>Delivers what there is, as the process does by itself; but it may end or stop at a step.</summary>
    private static async Task<Ok<Walked>> DispatchAsync(int at, Ending ending, Walks walks, OutboxDispatcher<TellerDb> dispatcher)
    {
        var walk = walks.Begin(at, ending);
        try
        {
            await dispatcher.RunAsync(CancellationToken.None);
            return TypedResults.Ok(new Walked(walk.Steps, null));
        }
        catch (Exception exception)
        {
            return TypedResults.Ok(new Walked(walk.Steps, exception.ToString()));
        }
    }
}
