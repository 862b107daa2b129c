using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using SystemDesign.Platform.Caching;
using SystemDesign.Platform.RateLimiting;
using SystemDesign.Platform.Settings;
using SystemDesign.Platform.Signals;

namespace SystemDesign.Platform.Redis;

internal static class RedisRegistration
{
    /// <summary>What the instances share, if there is a server for it; to be called before what each instance has for itself.</summary>
    public static void AddRedis(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddSettings<RedisOptions>(RedisOptions.Section);
        if (RedisOptions.IsOn(configuration))
        {
            services.AddSingleton<RedisMetrics>();
            services.AddSingleton<RedisServer>();
            services.AddRedisCache();
            services.AddSingleton<ISignals, RedisSignals>();
            services.AddSingleton<RedisWindowsMetrics>();
            services.AddSingleton<IWindows, RedisWindows>();
            services.AddHealthChecks().AddCheck<RedisHealth>("redis");
        }

        services.TryAddSingleton<ISignals, NoOtherInstances>();
    }
}
