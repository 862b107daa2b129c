using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using SystemDesign.Media.Domain.Delivery;
using SystemDesign.Media.Domain.Objects;
using SystemDesign.Platform.Caching;

namespace SystemDesign.Media.Data.Edge;

/// <summary>
/// The ledger's rows in front of the bytes. Only of objects that can be read at once: where one stands that is on its way somewhere, is asked for
/// each time.
/// </summary>
internal sealed class DeliveredObjects([FromKeyedServices(DeliveredObjects.CacheName)] ReadThroughCache<string, DeliveredObject> known) : IDeliveredObjects
{
    public const string CacheName = "media.objects";

    /// <summary>An instance that hears no signal learns within half a minute that an object is gone; together with the level that instances share, within a minute.</summary>
    public static readonly CacheOptions CacheOptions = new() { Limit = 50_000, FirstLevelLifetime = TimeSpan.FromSeconds(30) };

    private static readonly Func<MediaDb, string, CancellationToken, Task<DeliveredObject?>> Find = EF.CompileAsyncQuery(
        (MediaDb db, string name, CancellationToken cancellationToken) => db.Objects
            .Where(kept => kept.Name == name && kept.Files > 0)
            .Select(kept => new DeliveredObject(kept.Name, kept.Bytes, kept.ContentType, kept.StoredAt, kept.LastReadAt, kept.Tier, kept.PublicFiles > 0))
            .SingleOrDefault());

    /// <summary>Each on a database of its own.</summary>
    public static Func<string, CancellationToken, Task<DeliveredObject?>> LoadFrom(IDbContextFactory<MediaDb> databases) => async (name, cancellationToken) =>
    {
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        return await Find(db, name, cancellationToken);
    };

    public static bool MayBeKept(DeliveredObject media) => media.Tier is MediaTier.Hot;

    public ValueTask<DeliveredObject?> FindAsync(string name, CancellationToken cancellationToken) => known.GetAsync(name, cancellationToken);

    public Task ForgetAsync(string name) => known.RemoveAsync(name);
}
