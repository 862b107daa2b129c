using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using SystemDesign.Platform.Persistence;
using SystemDesign.Tests.Integration.Outbox.Probe;
using SystemDesign.Tests.Integration.Support;
using SystemDesign.UrlShortener.Data;
using SystemDesign.UrlShortener.Domain.Visits;

namespace SystemDesign.Tests.Integration.UrlShortener;

/// <summary>Whatever becomes of the database, a visit is counted once, and no redirect waits for it.</summary>
[Trait("Notes", "B1")]
public sealed class VisitFaultTests
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(5);

    private readonly TransactionFaults faults = new();
    private readonly HeldTransactions hold = new();

    [Fact]
    public async Task Whichever_transaction_fails_before_or_after_its_commit_each_visit_is_counted_once()
    {
        await using var app = Start();
        using var client = await app.Anonymous().SignedInAsync();
        var code = await client.ShortenedAsync();
        var followed = 0;
        var place = 0;
        do
        {
            await FollowAsync();
            faults.Arm(++place);
            var failure = await Record.ExceptionAsync(app.FlushAsync);
            faults.Disarm();
            Assert.Equal(faults.Struck, failure is InjectedFaultException);

            // What comes meanwhile is in no way mixed with what failed.
            await FollowAsync();
            await app.FlushAsync();
            var stats = await client.StatsAsync(code);
            Assert.Equal((new(followed, followed), followed / 2), (stats.Total, stats.Direct));
            Assert.Equal([new("example.org", followed / 2)], stats.Referrers);
        }
        while (faults.Struck);

        Assert.Equal(3, place);
        await using var db = await app.Services.GetRequiredService<IDbContextFactory<UrlShortenerDb>>().CreateDbContextAsync();
        Assert.Equal(2 * place, await db.Set<WrittenBatch>().CountAsync());

        async Task FollowAsync()
        {
            await client.FollowAsync(code);
            await client.FollowAsync(code, "GET", ("Referer", "https://example.org/"));
            await client.FollowAsync(code, "HEAD");
            await client.FollowAsync(code, "HEAD");
            followed += 2;
        }
    }

    [Fact]
    public async Task What_failed_is_tried_again_before_what_came_after_and_neither_waits_for_another_visit()
    {
        await using var app = Start();
        using var client = await app.Anonymous().SignedInAsync();
        var code = await client.ShortenedAsync();
        using var visits = ActivatorUtilities.CreateInstance<Visits>(app.Services);

        visits.Count(code, VisitKind.Visit, null);
        faults.Arm(2);
        await Assert.ThrowsAsync<InjectedFaultException>(() => RunAsync(app, visits));
        faults.Disarm();
        visits.Count(code, VisitKind.Visit, null);
        var afterTheFailed = await RunAsync(app, visits);
        var afterTheNext = await RunAsync(app, visits);

        Assert.Equal((TimeSpan.Zero, Timeout.InfiniteTimeSpan), (afterTheFailed, afterTheNext));
        Assert.Equal(new(2, 0), (await client.StatsAsync(code)).Total);
    }

    [Fact]
    public async Task Several_instances_that_write_the_same_links_at_once_count_each_visit_and_name_no_more_hosts()
    {
        const int Instances = 8;
        await using var app = Start();
        using var client = await app.Anonymous().SignedInAsync();
        string[] codes = [await client.ShortenedAsync(), await client.ShortenedAsync(), await client.ShortenedAsync()];

        await Task.WhenAll(Enumerable.Range(0, Instances).Select(async instance =>
        {
            using var visits = ActivatorUtilities.CreateInstance<Visits>(app.Services);
            for (var round = 0; round < 5; round++)
            {
                foreach (var code in instance % 2 == 0 ? codes : codes.Reverse())
                {
                    for (var host = 0; host < 100; host++)
                    {
                        visits.Count(code, VisitKind.Visit, $"host-{instance}-{round % 4}-{host}.example.org");
                    }
                }

                await visits.FinishAsync();
            }
        }));

        await using var db = await app.Services.GetRequiredService<IDbContextFactory<UrlShortenerDb>>().CreateDbContextAsync();
        foreach (var code in codes)
        {
            var stats = await client.StatsAsync(code);
            Assert.Equal((new(500 * Instances, 0), 0), (stats.Total, stats.Direct));
            Assert.Equal(Referrer.MaximumHosts + 1, await db.Set<VisitsByReferrer>().CountAsync(row => row.Code == code));
        }
    }

    [Fact]
    public async Task That_a_batch_was_written_is_forgotten_after_a_day()
    {
        await using var app = Start();
        for (var batch = 0; batch < 6; batch++)
        {
            await WriteAsync();
        }

        app.Clock.Advance(TimeSpan.FromHours(24) - TimeSpan.FromMilliseconds(1));
        await WriteAsync();
        Assert.Equal(7, await BatchesAsync(app));
        app.Clock.Advance(TimeSpan.FromMilliseconds(2));
        await WriteAsync();
        await WriteAsync();
        await WriteAsync();
        await WriteAsync();

        Assert.Equal(5, await BatchesAsync(app));

        Task WriteAsync()
        {
            app.Services.GetRequiredService<Visits>().Count("code", VisitKind.Visit, null);
            return app.FlushAsync();
        }
    }

    [Fact]
    public async Task However_long_the_database_takes_no_redirect_waits_for_it()
    {
        await using var app = Start();
        using var client = await app.Anonymous().SignedInAsync();
        var code = await client.ShortenedAsync();
        await client.FollowAsync(code);
        using var held = hold.Begin();
        var flush = app.FlushAsync();
        await held.Reached.WaitAsync(Patience);

        await Task.WhenAll(Enumerable.Range(0, 50).Select(_ => client.FollowAsync(code))).WaitAsync(Patience);

        Assert.False(flush.IsCompleted);
        Assert.Equal(new(0, 0), (await client.StatsAsync(code)).Total);
        held.Dispose();
        await flush;
        Assert.Equal(new(51, 0), (await client.StatsAsync(code)).Total);
    }

    [Fact]
    public async Task What_there_is_no_room_for_is_dropped_and_measured_and_the_rest_goes_on()
    {
        await using var app = Start();
        using var overflow = new MetricsOf(app, "systemdesign.url_shortener.visits.overflow");
        using var visits = ActivatorUtilities.CreateInstance<Visits>(app.Services);
        for (var code = 0; code < Visits.MaximumCounters; code++)
        {
            visits.Count($"code-{code}", VisitKind.Visit, null);
        }

        Assert.Equal(0, overflow.Count(_ => true));
        visits.Count("code-0", VisitKind.Visit, null);
        visits.Count("code-0", VisitKind.Preview, "example.org");
        Assert.Equal(0, overflow.Count(_ => true));
        visits.Count("one-more", VisitKind.Visit, null);
        visits.Count("code-0", VisitKind.Visit, "example.org");
        Assert.Equal(2, overflow.Count(_ => true));
    }

    private static async Task<int> BatchesAsync(App app)
    {
        await using var db = await app.Services.GetRequiredService<IDbContextFactory<UrlShortenerDb>>().CreateDbContextAsync();
        return await db.Set<WrittenBatch>().CountAsync();
    }

    /// <summary>A run, and the moment that it waits.</summary>
    private static async Task<TimeSpan> RunAsync(App app, Visits visits)
    {
        var moment = app.Clock.NextWaitOf(TimeSpan.FromMilliseconds(50));
        var run = visits.RunAsync(CancellationToken.None);
        await moment.WaitAsync(Patience);
        app.Clock.Advance(TimeSpan.FromMilliseconds(50));
        return await run;
    }

    private App Start() => new(new AppSetup
    {
        // Nobody else handles visits: so all transactions are those that write them.
        Settings = [("Analytics:Enabled", "false")],
        Services = services => services.AddSingleton<ITransactions<UrlShortenerDb>>(provider => hold.Around(FaultyTransactions<UrlShortenerDb>.Of(provider, faults))),
    });
}
