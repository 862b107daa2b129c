using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using SystemDesign.Platform.Settings;

namespace SystemDesign.Platform.Stopping;

internal static class StoppingRegistration
{
    /// <summary>To be called last: see <see cref="StopNotice"/>.</summary>
    public static void AddStopping(this IServiceCollection services)
    {
        services.AddSettings<StoppingOptions>(StoppingOptions.Section);
        services.AddSingleton<StopTimes>();
        services.AddHostedService<StopNotice>();
        services.Configure<HostOptions>(options => options.ShutdownTimeout = StopTimes.ForRequests);
    }
}
