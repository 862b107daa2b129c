using System.Net;
using Microsoft.EntityFrameworkCore;
using SystemDesign.Analytics.Domain.Periods;
using SystemDesign.Tests.Integration.Outbox.Probe;
using SystemDesign.Tests.Integration.Support;
using SystemDesign.Tests.Integration.UrlShortener;

namespace SystemDesign.Tests.Integration.Analytics;

/// <summary>Analytics can be done without: it changes no request, keeps no other handler, and loses no event.</summary>
[Trait("Notes", "DB-4")]
public sealed class OutageTests
{
    private static readonly IReadOnlyList<Type> Events = [typeof(Happened), typeof(Ignored), typeof(Followed), typeof(Became), typeof(Gone), typeof(Joined)];

    [Theory]
    [InlineData("event_counts")]
    [InlineData("inbox")]
    public async Task DB_4_While_its_tables_are_gone_others_have_their_events_and_it_has_them_when_they_are_back(string table)
    {
        await using var app = Start();
        await RenameAsync(app.Services, table, "away");
        foreach (var number in Enumerable.Range(1, 120))
        {
            await app.TellAsync(new Happened(number, $"key {number % 3}"));
            await app.DrainAsync();

            // Longer than what would make others' events dead.
            app.Clock.Advance(TimeSpan.FromMinutes(2));
        }

        Assert.Equal(Enumerable.Range(1, 120), (await app.NumbersAsync(nameof(NoteHappened))).Order());
        Assert.Equal(Enumerable.Range(1, 120), (await app.NumbersAsync(nameof(CopyHappened))).Order());
        Assert.Empty(await app.OpenEventsAsync());
        Assert.All(await app.OwedAsync(), owed => Assert.Equal(("Analytics.CountEvents", 0, null), (owed.Handler, owed.Attempts, owed.DeadAt)));
        Assert.Equal(120, (await app.OwedAsync()).Count);

        await RenameAsync(app.Services, "away", table);
        await UntilNothingIsOwedAsync(app);

        foreach (var step in Steps.All)
        {
            Assert.Equal(120, await app.Services.SumAsync("probe.happened.v1", step));
        }
    }

    [Fact]
    public async Task DB_4_While_its_tables_are_locked_nobody_waits_and_all_is_counted_when_they_are_free()
    {
        await using var app = Start();
        var locked = new TaskCompletionSource();
        var release = new TaskCompletionSource();
        var holding = app.Services.ChangeAnalyticsAsync(async (db, cancellationToken) =>
        {
            if (!db.Database.IsSqlite())
            {
                // This one is to hold out for longer than the others' patience.
                await db.Database.ExecuteSqlRawAsync("SET LOCAL idle_in_transaction_session_timeout = 0", cancellationToken);
                await db.Database.ExecuteSqlRawAsync("LOCK TABLE analytics.inbox IN ACCESS EXCLUSIVE MODE", cancellationToken);
            }

            locked.SetResult();
            await release.Task;
        });
        await locked.Task;

        foreach (var number in Enumerable.Range(1, 20))
        {
            await app.TellAsync(new Happened(number));
            await app.DrainAsync();
        }

        Assert.Equal(Enumerable.Range(1, 20), (await app.NumbersAsync(nameof(CopyHappened))).Order());
        Assert.Equal(20, (await app.OwedAsync()).Count(owed => owed is { Handler: "Analytics.CountEvents", Attempts: 0 }));
        release.SetResult();
        await holding;
        await UntilNothingIsOwedAsync(app);

        Assert.Equal(20, await app.Services.SumAsync("probe.happened.v1", Step.Minute));
    }

    [Fact]
    public async Task DB_4_While_it_is_away_requests_are_answered_as_ever_and_counted_when_it_is_back()
    {
        await using var app = new App();
        using var client = await app.Anonymous().SignedInAsync();
        using var operators = await app.OperatorAsync();
        await app.DrainAsync();
        await app.FlushTrafficAsync();
        await RenameAsync(app.Services, "route_requests", "away");

        var code = await client.ShortenedAsync();
        foreach (var _ in Enumerable.Range(0, 20))
        {
            await client.FollowAsync(code);
        }

        await Assert.ThrowsAnyAsync<Exception>(app.FlushTrafficAsync);
        await client.FollowAsync(code);
        using var ready = await client.GetAsync(new Uri("/health/ready", UriKind.Relative));
        Assert.Equal(HttpStatusCode.OK, ready.StatusCode);

        await RenameAsync(app.Services, "away", "route_requests");
        await app.FlushTrafficAsync();
        var traffic = await operators.ReadAsync<TrafficBody>("traffic?step=day&route=/s/%7Bcode%7D");
        Assert.Equal(21, Assert.Single(traffic.Routes).Requests);
    }

    private static ProbeApp Start() => new(events: Events, settings: [("Analytics:Enabled", "true")]);

    /// <summary>It rests when it takes longer than the fraction of a second that it is given, as it may on a busy machine too: then it is given them again.</summary>
    private static async Task UntilNothingIsOwedAsync(ProbeApp app)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromMinutes(5));
        do
        {
            patience.Token.ThrowIfCancellationRequested();
            app.Clock.Advance(TimeSpan.FromMinutes(1));
            await app.DrainAsync();
        }
        while ((await app.OwedAsync()).Count > 0);
    }

    private static Task RenameAsync(IServiceProvider services, string from, string to) => services.ChangeAnalyticsAsync(async (db, cancellationToken) =>
    {
        var schema = db.Database.IsSqlite() ? string.Empty : "analytics.";
        var statement = $"ALTER TABLE {schema}{from} RENAME TO {to}";
        await db.Database.ExecuteSqlRawAsync(statement, cancellationToken);
    });
}
