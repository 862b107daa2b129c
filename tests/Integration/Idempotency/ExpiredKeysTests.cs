using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using SystemDesign.Platform.Idempotency;
using SystemDesign.Platform.Persistence;
using SystemDesign.Tests.Integration.Support;
using SystemDesign.UrlShortener.Data;

namespace SystemDesign.Tests.Integration.Idempotency;

public sealed class ExpiredKeysTests(App app) : IClassFixture<App>
{
    private static readonly TimeSpan Lifetime = TimeSpan.FromHours(24);

    private ExpiredRows<UrlShortenerDb, KeptAnswer> Keys => app.Services.GetRequiredService<ExpiredRows<UrlShortenerDb, KeptAnswer>>();

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

    private static KeptAnswer Row(Guid userId, int number, DateTimeOffset createdAt) =>
        new() { UserId = userId, Key = $"key-{number}", Operation = "Work", RequestHash = new byte[32], Answer = "{}", CreatedAt = createdAt };

    private async Task StoreAsync(IReadOnlyList<KeptAnswer> rows)
    {
        // Nobody sweeps beside the test.
        await app.UntilHasRunAsync(Keys.Name);
        await using var db = await app.Services.GetRequiredService<IDbContextFactory<UrlShortenerDb>>().CreateDbContextAsync();
        db.AddRange(rows);
        await app.Services.GetRequiredService<IWriter<UrlShortenerDb>>().SaveAsync(db, CancellationToken.None);
    }
}
