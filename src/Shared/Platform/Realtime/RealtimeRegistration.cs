using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using SystemDesign.Kernel.Realtime;
using SystemDesign.Platform.Background;
using SystemDesign.Platform.Settings;

namespace SystemDesign.Platform.Realtime;

public static class RealtimeRegistration
{
    /// <summary>A channel over which a module reaches its users: see <see cref="IConnections"/>; for its routes, <see cref="RealtimeRoutes"/>.</summary>
    /// <typeparam name="TPastFrames">Made anew for each use, with a scope of its own.</typeparam>
    /// <param name="services">The container.</param>
    /// <param name="name">Kebab case, such as <c>notifications</c>; unique among the modules.</param>
    public static IServiceCollection AddRealtimeChannel<TPastFrames>(this IServiceCollection services, string name)
        where TPastFrames : class, IPastFrames
    {
        services.AddKeyedScoped<IPastFrames, TPastFrames>(name);
        return services.AddSingleton(provider => new Channel(name, provider.GetRequiredService<IServiceScopeFactory>()));
    }

    internal static void AddRealtime(this IServiceCollection services)
    {
        services.AddSettings<RealtimeOptions>(RealtimeOptions.Section);
        services.AddSingleton<Channels>();
        services.AddSingleton<RealtimeMetrics>();
        services.AddSingleton<RealtimeLog>();
        services.AddSingleton<Surroundings>();
        services.AddSingleton<Connections>();
        services.AddSingleton<IConnections>(provider => provider.GetRequiredService<Connections>());
        services.AddSingleton<Door>();
        services.AddSingleton<RealtimeSweep>();
        services.AddHostedService(provider => provider.GetRequiredService<RealtimeSweep>());
        services.AddSingleton<RealtimeDrain>();
        services.AddHostedService(provider => provider.GetRequiredService<RealtimeDrain>());
        services.AddBackgroundWork<RealtimePoll>();
    }

    /// <summary>Stands behind routing; other routes than those of WebSockets go past it.</summary>
    internal static void UseRealtime(this IApplicationBuilder app) => app.UseWhen(
        context => context.GetEndpoint()?.Metadata.GetMetadata<RealtimeRoute>() is { Transport: Connection.WebSocket },
        branch => branch.UseWebSockets());
}
