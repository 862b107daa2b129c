using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using SystemDesign.Notifications.Domain.Inbox;
using SystemDesign.Platform.Realtime;

namespace SystemDesign.Notifications.Presentation;

/// <summary>The inbox as it changes.</summary>
internal static class LiveEndpoints
{
    private const string Frames =
        "`notification`: a notification as `GET /api/notifications/inbox` has it; its `id` is its position, behind which a device resumes. "
        + "`unread`: `{\"count\": 3, \"lastPosition\": 42}`, when there is a new one, or another device has read or removed some; it has no `id`, and comes to devices that are connected.";

    public static void Map(RouteGroupBuilder api)
    {
        api.MapWebSocket("/ws", LiveChannel.Name).WithSummary("My notifications as they come.").WithDescription(Frames);
        api.MapEventStream("/stream", LiveChannel.Name).WithSummary("My notifications as they come, to read only.").WithDescription(Frames);
    }
}
