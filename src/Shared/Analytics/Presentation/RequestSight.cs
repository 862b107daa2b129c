using Microsoft.AspNetCore.Http;
using SystemDesign.Analytics.Domain.Traffic;
using SystemDesign.Platform.Watching;

namespace SystemDesign.Analytics.Presentation;

/// <summary>Every request passes here, so nothing is made that is not needed.</summary>
internal sealed class RequestSight(IRequestCounts counts) : IRequestWatcher
{
    public void Answered(HttpContext context, TimeSpan took)
    {
        var route = context.FindRoute() ?? AnsweredRequest.NoRoute;
        counts.Count(new(
            route.Length <= AnsweredRequest.MaximumRouteLength ? route : route[..AnsweredRequest.MaximumRouteLength],
            context.KnownMethod(),
            Math.Clamp(context.Response.StatusCode / 100, 1, 5),
            took,
            Network.Of(context.Connection.RemoteIpAddress)));
    }
}
