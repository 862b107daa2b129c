using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Caching.Distributed;
using Microsoft.Extensions.Caching.Memory;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using SystemDesign.Platform.Caching;
using SystemDesign.Platform.Persistence;
using SystemDesign.Platform.Signals;
using SystemDesign.Tests.Integration.Support;
using SystemDesign.UrlShortener.Data;

namespace SystemDesign.Tests.Integration.Caching;

/// <summary>Caches in front of a real database, in instances that share a second level.</summary>
public sealed class DatabaseCacheTests(App app) : IClassFixture<App>
{
    private const string CacheName = "tests.targets";

    private readonly IDistributedCache shared = new MemoryDistributedCache(Options.Create(new MemoryDistributedCacheOptions()));

    [Fact]
    [Trait("Notes", "B2-14")]
    public async Task With_50_who_write_at_once_a_write_through_cache_is_never_older_than_the_database_at_rest()
    {
        await using var one = Instance();
        await using var other = Instance();
        await using var onlySecondLevel = Instance();
        var code = await StoreAsync();

        for (var round = 0; round < 5; round++)
        {
            await Task.WhenAll(Enumerable.Range(0, 50).Select(async writer =>
            {
                var targets = WriteThrough(writer % 2 == 0 ? one : other);
                await targets.GetAsync(code, CancellationToken.None);
                await ChangeAsync(code, $"{round} {writer}", targets.UpdateAsync);
            }));

            var stored = await ReadAsync(code);
            Assert.Equal(stored, await WriteThrough(onlySecondLevel).GetAsync(code, CancellationToken.None));
            app.Clock.Advance(new CacheOptions().FirstLevelLifetime);
            Assert.Equal(stored, await WriteThrough(one).GetAsync(code, CancellationToken.None));
            Assert.Equal(stored, await WriteThrough(other).GetAsync(code, CancellationToken.None));
            app.Clock.Advance(new CacheOptions().FirstLevelLifetime);
        }
    }

    [Fact]
    [Trait("Notes", "B2-14")]
    public async Task After_a_write_the_writer_reads_its_value_without_the_database()
    {
        await using var one = Instance();
        var code = await StoreAsync();
        await ChangeAsync(code, "written", WriteThrough(one).UpdateAsync);
        var queries = app.Queries.With(code);

        Assert.Equal("written", await WriteThrough(one).GetAsync(code, CancellationToken.None));

        Assert.Equal(queries, app.Queries.With(code));
    }

    [Fact]
    [Trait("Notes", "B2-13")]
    public async Task What_one_instance_read_the_others_find_in_the_second_level()
    {
        await using var one = Instance();
        await using var other = Instance();
        var code = await StoreAsync();
        var queries = app.Queries.With(code);

        Assert.Equal("first", await WriteThrough(one).GetAsync(code, CancellationToken.None));
        Assert.Equal("first", await WriteThrough(other).GetAsync(code, CancellationToken.None));

        Assert.Equal(queries + 1, app.Queries.With(code));
    }

    [Fact]
    public async Task Without_Redis_there_is_no_second_level()
    {
        await using var alone = new App(("Redis:ConnectionString", string.Empty));

        Assert.Null(alone.Services.GetService<IDistributedCache>());
    }

    private static WriteThroughCache<string, string> WriteThrough(IServiceProvider instance) =>
        instance.GetRequiredKeyedService<WriteThroughCache<string, string>>(CacheName);

    private ServiceProvider Instance()
    {
        var services = new ServiceCollection();
        services.AddLogging().AddMetrics();
        services.AddSingleton<TimeProvider>(app.Clock);
        services.AddSingleton(shared);
        services.AddSingleton(app.Services.GetRequiredService<IDbContextFactory<UrlShortenerDb>>());
        services.AddSingleton<ISignals, NoOtherInstances>();
        services.AddCaching();
        services.AddWriteThroughCache<UrlShortenerDb, string, string>(CacheName, ValueOf);
        return services.BuildServiceProvider();
    }

    private async Task<string> StoreAsync()
    {
        await using var db = Open();
        var link = SomeLink.New();
        link.Ban("first", DateTimeOffset.UnixEpoch);
        db.Add(link);
        await app.Services.GetRequiredService<IWriter<UrlShortenerDb>>().SaveAsync(db, CancellationToken.None);
        return link.Code;
    }

    private async Task ChangeAsync(string code, string value, Func<string, Task> tellCache)
    {
        await using var db = Open();
        db.OnSave(cancellationToken => db.Links
            .Where(link => link.Code == code)
            .ExecuteUpdateAsync(link => link.SetProperty(row => row.BannedFor, value), cancellationToken));
        db.OnCommitted(() => tellCache(code));
        await app.Services.GetRequiredService<IWriter<UrlShortenerDb>>().SaveAsync(db, CancellationToken.None);
    }

    private async Task<string?> ReadAsync(string code)
    {
        await using var db = Open();
        return await ValueOf(db, code, CancellationToken.None);
    }

    /// <summary>Some text that is in a row.</summary>
    private static Task<string?> ValueOf(UrlShortenerDb db, string code, CancellationToken cancellationToken) =>
        db.Links.Where(link => link.Code == code).Select(link => link.BannedFor).SingleOrDefaultAsync(cancellationToken);

    private UrlShortenerDb Open() => app.Services.GetRequiredService<IDbContextFactory<UrlShortenerDb>>().CreateDbContext();
}
