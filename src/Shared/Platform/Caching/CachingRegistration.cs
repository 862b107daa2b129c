using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Caching.Distributed;
using Microsoft.Extensions.DependencyInjection;
using SystemDesign.Platform.Caching.Figures;
using SystemDesign.Platform.Persistence;
using SystemDesign.Platform.Signals;

namespace SystemDesign.Platform.Caching;

/// <summary>
/// A cache is a keyed singleton under its name: take it as
/// <c>[FromKeyedServices("module.what")] ReadThroughCache&lt;TKey, TValue&gt;</c>. The second level is whatever
/// <c>IDistributedCache</c> the container has; none by default.
/// </summary>
public static class CachingRegistration
{
    /// <inheritdoc cref="ReadThroughCache{TKey, TValue}"/>
    /// <param name="services">The container.</param>
    /// <param name="name">Unique: <c>module.what</c>.</param>
    /// <param name="load">
    /// Asks the module's database, on a context that is opened for it and reads from the leader; nothing if there is none.
    /// A compiled query has this form.
    /// </param>
    /// <param name="options">How much and how long; see there for what is usual.</param>
    public static IServiceCollection AddReadThroughCache<TDb, TKey, TValue>(
        this IServiceCollection services, string name, Func<TDb, TKey, CancellationToken, Task<TValue?>> load, CacheOptions? options = null)
        where TDb : ModuleDb
        where TKey : notnull
        where TValue : class =>
        services.AddReadThroughCache(name, FromDatabase(load), options);

    /// <summary>For what is in more than one store, or must not be kept whatever it is.</summary>
    /// <inheritdoc cref="ReadThroughCache{TKey, TValue}"/>
    /// <param name="services">The container.</param>
    /// <param name="name">Unique: <c>module.what</c>.</param>
    /// <param name="loader">Finds in the container what asks the stores; it outlives requests.</param>
    /// <param name="options">How much and how long; see there for what is usual.</param>
    /// <param name="keeps">Which values may be believed for a while; those who ask for another at once still share one load. Nothing: all.</param>
    public static IServiceCollection AddReadThroughCache<TKey, TValue>(
        this IServiceCollection services,
        string name,
        Func<IServiceProvider, Func<TKey, CancellationToken, Task<TValue?>>> loader,
        CacheOptions? options = null,
        Func<TValue, bool>? keeps = null)
        where TKey : notnull
        where TValue : class =>
        services.AddCache(name, CacheKinds.ReadThrough, loader, options, keeps, entries => new ReadThroughCache<TKey, TValue>(entries));

    /// <inheritdoc cref="WriteThroughCache{TKey, TValue}"/>
    /// <inheritdoc cref="AddReadThroughCache{TDb, TKey, TValue}" path="/param"/>
    public static IServiceCollection AddWriteThroughCache<TDb, TKey, TValue>(
        this IServiceCollection services, string name, Func<TDb, TKey, CancellationToken, Task<TValue?>> load, CacheOptions? options = null)
        where TDb : ModuleDb
        where TKey : notnull
        where TValue : class =>
        services.AddCache(name, CacheKinds.WriteThrough, FromDatabase(load), options, keeps: null, entries => new WriteThroughCache<TKey, TValue>(entries));

    /// <inheritdoc cref="ChangeStamps"/>
    /// <param name="services">The container, from where it is taken under its name.</param>
    /// <param name="name">Unique: <c>module.what</c>.</param>
    public static IServiceCollection AddChangeStamps(this IServiceCollection services, string name) =>
        services.AddKeyedSingleton(name, (provider, _) => new ChangeStamps(name, provider.GetRequiredService<ISignals>()));

    /// <summary>The second level of all caches.</summary>
    internal static void AddRedisCache(this IServiceCollection services) => services.AddSingleton<IDistributedCache, RedisCache>();

    internal static void AddCaching(this IServiceCollection services)
    {
        services.AddSingleton<CacheMetrics>();
        services.AddSingleton<CacheSurroundings>();
    }

    /// <summary>Each load on a context of its own.</summary>
    private static Func<IServiceProvider, Func<TKey, CancellationToken, Task<TValue?>>> FromDatabase<TDb, TKey, TValue>(
        Func<TDb, TKey, CancellationToken, Task<TValue?>> load)
        where TDb : ModuleDb => provider =>
        {
            var databases = provider.GetRequiredService<IDbContextFactory<TDb>>();
            return async (key, cancellationToken) =>
            {
                await using var db = await databases.CreateDbContextAsync(cancellationToken);
                return await load(db, key, cancellationToken);
            };
        };

    private static IServiceCollection AddCache<TKey, TValue, TCache>(
        this IServiceCollection services,
        string name,
        string kind,
        Func<IServiceProvider, Func<TKey, CancellationToken, Task<TValue?>>> loader,
        CacheOptions? options,
        Func<TValue, bool>? keeps,
        Func<TwoLevelCache<TKey, TValue>, TCache> wrap)
        where TKey : notnull
        where TValue : class
        where TCache : class
    {
        options ??= new();
        options.Validate(name);
        if (services.Any(service => name.Equals(service.ServiceKey)))
        {
            throw new ArgumentException($"There is a cache {name} already.", nameof(name));
        }

        services.AddKeyedSingleton(name, (provider, _) => new TwoLevelCache<TKey, TValue>(
            new(name, kind, loader(provider), options, keeps), provider.GetRequiredService<CacheSurroundings>()));
        services.AddKeyedSingleton(name, (provider, _) => wrap(provider.GetRequiredKeyedService<TwoLevelCache<TKey, TValue>>(name)));
        services.AddSingleton(provider => provider.GetRequiredKeyedService<TwoLevelCache<TKey, TValue>>(name).Statistics);
        return services;
    }
}
