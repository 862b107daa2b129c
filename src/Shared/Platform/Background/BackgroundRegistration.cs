using Microsoft.Extensions.DependencyInjection;

namespace SystemDesign.Platform.Background;

public static class BackgroundRegistration
{
    /// <summary>Work that begins when the process has started, on every instance, and whose state operators see; <see cref="BellOf{TWork}"/> is for those who have something for it.</summary>
    public static IServiceCollection AddBackgroundWork<TWork>(this IServiceCollection services)
        where TWork : class, IBackgroundWork
    {
        services.AddSingleton<BellOf<TWork>>();
        services.AddSingleton<TWork>();
        services.AddHostedService<BackgroundWorker<TWork>>();
        return services;
    }
}
