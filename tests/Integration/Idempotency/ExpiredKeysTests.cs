using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using SystemDesign.Platform.Idempotency;
using SystemDesign.Platform.Persistence;
using SystemDesign.Tests.Integration.Support;
using SystemDesign.UrlShortener.Data;

namespace SystemDesign.Tests.Integration.Idempotency;

public sealed class ExpiredKeysTests(App app) : IClassFixture<App>
{
    private static readonly TimeSpan Lifetime = TimeSpan.FromHours(24);

    private ExpiredKeys<UrlShortenerDb> Keys => app.Services.GetServices<IExpiredKeys>().OfType<ExpiredKeys<UrlShortenerDb>>().Single();

    [Fact]
    public async Task A_sweep_deletes_what_has_expired_and_nothing_else()
    {
        const int Many = 1_201;
        var (old, young) = (Guid.CreateVersion7(), Guid.CreateVersion7());
        var now = app.Clock.GetUtcNow();
        await StoreAsync([.. Enumerable.Range(0, Many).Select(number => Row(old, number, now - Lifetime - TimeSpan.FromSeconds(number)))]);
        await StoreAsync([.. Enumerable.Range(0, 3).Select(number => Row(young, number, now - Lifetime + TimeSpan.FromMilliseconds(number + 1)))]);

        Assert.Equal(Many, await Keys.SweepAsync(CancellationToken.None));

        Assert.Equal((0, 0), await app.CountAsync(old));
        Assert.Equal((0, 3), await app.CountAsync(young));
        Assert.Equal(0, await Keys.SweepAsync(CancellationToken.None));
    }

    [Fact]
    public async Task Two_that_sweep_at_once_delete_all_of_it_between_them()
    {
        var old = Guid.CreateVersion7();
        var expired = app.Clock.GetUtcNow() - Lifetime;
        await StoreAsync([.. Enumerable.Range(0, 1_000).Select(number => Row(old, number, expired - TimeSpan.FromSeconds(number)))]);

        var swept = await Task.WhenAll(Enumerable.Range(0, 2).Select(_ => Keys.SweepAsync(CancellationToken.None)));

        Assert.Equal(1_000, swept.Sum());
        Assert.Equal((0, 0), await app.CountAsync(old));
    }

    [Fact]
    public void Every_database_is_swept() =>
        Assert.Equal(app.Services.GetServices<ModuleDatabase>().Count(), app.Services.GetServices<IExpiredKeys>().Count());

    [Fact]
    public async Task The_sweeper_sweeps_every_hour_and_outlives_a_failure()
    {
        var clock = new ManualClock();
        var failing = new Recorded(fails: true);
        var next = new Recorded(fails: false);
        using var sweeper = new KeySweeper([failing, next], clock, NullLogger<KeySweeper>.Instance);
        var waits = clock.NextWaitOf(TimeSpan.FromHours(1));
        await sweeper.StartAsync(CancellationToken.None);
        await waits;

        for (var hour = 0; hour < 3; hour++)
        {
            clock.Advance(TimeSpan.FromHours(1));
            await failing.SweptAsync();
            await next.SweptAsync();
        }

        await sweeper.StopAsync(CancellationToken.None);
    }

    private static KeptAnswer Row(Guid userId, int number, DateTimeOffset createdAt) =>
        new() { UserId = userId, Key = $"key-{number}", Operation = "Work", RequestHash = new byte[32], Answer = "{}", CreatedAt = createdAt };

    private async Task StoreAsync(IReadOnlyList<KeptAnswer> rows)
    {
        await using var db = await app.Services.GetRequiredService<IDbContextFactory<UrlShortenerDb>>().CreateDbContextAsync();
        db.AddRange(rows);
        await app.Services.GetRequiredService<IWriter<UrlShortenerDb>>().SaveAsync(db, CancellationToken.None);
    }

    private sealed class Recorded(bool fails) : IExpiredKeys
    {
        private readonly SemaphoreSlim sweeps = new(0);

        public Task SweptAsync() => sweeps.WaitAsync();

        public Task<int> SweepAsync(CancellationToken cancellationToken)
        {
            sweeps.Release();
            return fails ? throw new InvalidOperationException("The database is away.") : Task.FromResult(0);
        }
    }
}
