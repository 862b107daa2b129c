using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Connections.Features;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace SystemDesign.Platform.Stopping;

internal static class LastRequests
{
    /// <summary>
    /// A connection that brings a request after the signal is closed behind the answer (HTTP/1.1: <c>Connection: close</c>), and its
    /// client opens the next one where it is sent by then. Otherwise it would be closed at the end, maybe under a request on its way.
    /// </summary>
    public static void UseLastRequests(this IApplicationBuilder app)
    {
        var stopping = app.ApplicationServices.GetRequiredService<IHostApplicationLifetime>().ApplicationStopping;
        app.Use((context, next) =>
        {
            if (stopping.IsCancellationRequested)
            {
                context.Features.Get<IConnectionLifetimeNotificationFeature>()?.RequestClose();
            }

            return next(context);
        });
    }
}
