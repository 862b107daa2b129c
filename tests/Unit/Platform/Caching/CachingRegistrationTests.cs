using Microsoft.Extensions.DependencyInjection;
using SystemDesign.Platform.Caching;
using SystemDesign.Platform.Persistence;

namespace SystemDesign.Tests.Unit.Platform.Caching;

public sealed class CachingRegistrationTests
{
    [Fact]
    public void Two_caches_cannot_have_one_name()
    {
        var services = new ServiceCollection().AddReadThroughCache<ModuleDb, string, string>("tests.values", Load);

        var refusal = Assert.Throws<ArgumentException>(() => services.AddWriteThroughCache<ModuleDb, Guid, string>("tests.values", Load));

        Assert.Contains("tests.values", refusal.Message, StringComparison.Ordinal);
    }

    public static TheoryData<CacheOptions, string> Unusable => new()
    {
        { new CacheOptions { Limit = 0 }, nameof(CacheOptions.Limit) },
        { new CacheOptions { FirstLevelLifetime = TimeSpan.Zero }, nameof(CacheOptions.FirstLevelLifetime) },
        { new CacheOptions { SecondLevelLifetime = TimeSpan.FromSeconds(4) }, nameof(CacheOptions.SecondLevelLifetime) },
        { new CacheOptions { AbsenceLifetime = TimeSpan.Zero }, nameof(CacheOptions.AbsenceLifetime) },
        { new CacheOptions { Jitter = 1 }, nameof(CacheOptions.Jitter) },
    };

    [Theory]
    [MemberData(nameof(Unusable))]
    public void What_no_cache_can_work_with_is_refused_and_named(CacheOptions options, string name)
    {
        var refusal = Assert.Throws<ArgumentException>(
            () => new ServiceCollection().AddReadThroughCache<ModuleDb, string, string>("tests.values", Load, options));

        Assert.StartsWith($"The cache tests.values needs a {name} ", refusal.Message, StringComparison.Ordinal);
    }

    private static Task<string?> Load<TKey>(ModuleDb db, TKey key, CancellationToken cancellationToken) => Task.FromResult<string?>(null);
}
