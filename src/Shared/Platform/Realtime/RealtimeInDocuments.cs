using Microsoft.OpenApi;
using Swashbuckle.AspNetCore.SwaggerGen;

namespace SystemDesign.Platform.Realtime;

/// <summary>Says on each route of a channel what is the same for all of them.</summary>
internal sealed class RealtimeInDocuments : IOperationFilter
{
    private const string Common =
        """
        `cursor` is the `id` of the last frame that the client has: those behind it come first, in their order and each once, and then the ones of
        this moment. Without it only the latter come. The first frame is `hello`: its `id` is where the client is now, and
        `expiresAt` says until when its access token is good. `access_token` is for browsers, which cannot send the header.
        """;

    private const string WebSocket =
        """
        Frames are text: `{"type": "hello", "id": 7, "data": {...}}`; what matters at this moment only has no `id`. A client sends
        `{"type": "refresh", "id": "1", "accessToken": "..."}` before its token expires, and is answered `refreshed`, or `error` with a problem as `data`; `re` is the `id`
        that it gave. Pings come when it is silent.

        It is closed with 4401 when the token has expired or its session has ended, 1013 when frames are not taken as fast as they come, 1001 when the
        instance stops: connect again, with the last `id` as `cursor`. With 1003, 1007, 1009 or 4429 after a frame that is no text, no UTF-8,
        larger than 16 KiB, or one of too many (60 at once, then 10 a second).
        """;

    private const string EventStream =
        """
        Events have the frame's `type` as `event`, its `id`, and its data as JSON. `Last-Event-ID`, which a browser sends by itself when it comes
        back, counts before `cursor`. When the token has expired or its session has ended, `event: expired` is the last one:
        come with another token. Comments come when it is silent.
        """;

    public void Apply(OpenApiOperation operation, OperationFilterContext context)
    {
        ArgumentNullException.ThrowIfNull(operation);
        ArgumentNullException.ThrowIfNull(context);

        if (context.ApiDescription.ActionDescriptor.EndpointMetadata.OfType<RealtimeRoute>().LastOrDefault() is not { } route)
        {
            return;
        }

        operation.Description = string.Join("\n\n", new[] { operation.Description, Common, route.Transport == Connection.WebSocket ? WebSocket : EventStream }.OfType<string>());
        Describe(operation, "400", "`invalid-input`: `cursor` is no whole number.");
        Describe(operation, "401", "No access token, or one that is not good any more.");
        Describe(operation, "426", "`realtime.upgrade-required`: this is no request for a WebSocket.");
        Describe(operation, "429", "`realtime.too-many-connections`: the user has as many here as one may have.");
        Describe(operation, "503", "`realtime.stopping`: the instance is.");
    }

    private static void Describe(OpenApiOperation operation, string status, string description)
    {
        if (operation.Responses?.TryGetValue(status, out var response) is true)
        {
            response.Description = description;
        }
    }
}
