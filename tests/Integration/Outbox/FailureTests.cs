using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using SystemDesign.Platform.Outbox.Tables;
using SystemDesign.Platform.Persistence;
using SystemDesign.Tests.Integration.Outbox.Probe;
using SystemDesign.Tests.Integration.Support;

namespace SystemDesign.Tests.Integration.Outbox;

public sealed class FailureTests
{
    [Fact, Trait("Notes", "B1")]
    public async Task A_handler_that_fails_some_times_is_tried_again_later_each_time()
    {
        await using var app = new ProbeApp();
        var failures = 3;
        app.Script.Before = (handler, _) => handler == nameof(CopyHappened) && failures-- > 0 ? throw new InjectedFaultException() : Task.CompletedTask;
        await app.TellAsync(new Happened(1));

        await app.DrainAsync();
        foreach (var wait in new[] { 1, 2, 4 })
        {
            // A tenth of jitter at most.
            var tried = Tries(app);
            app.Clock.Advance(TimeSpan.FromSeconds(wait * 0.99));
            await app.DrainAsync();
            Assert.Equal(tried, Tries(app));

            app.Clock.Advance(TimeSpan.FromSeconds(wait * 0.12));
            await app.DrainAsync();
            Assert.Equal(tried + 1, Tries(app));
        }

        Assert.Equal([1], await app.NumbersAsync(nameof(CopyHappened)));
        Assert.Equal([1], await app.NumbersAsync(nameof(NoteHappened)));
        Assert.Empty(await app.OwedAsync());

        static int Tries(ProbeApp app) => app.Script.Runs.Count(run => run.Handler == nameof(CopyHappened));
    }

    [Fact, Trait("Notes", "B1")]
    public async Task A_poisoned_event_holds_up_its_own_key_and_handler_until_it_is_dead_and_nobody_else()
    {
        await using var app = new ProbeApp();
        app.Script.Before = (handler, number) => handler == nameof(CopyHappened) && number == 2 ? throw new InjectedFaultException() : Task.CompletedTask;
        await app.TellAsync(new Happened(1, "a"), new Happened(2, "a"), new Happened(3, "a"), new Happened(4, "b"), new Happened(5));
        await app.DrainAsync();
        await app.TellAsync(new Happened(6, "a"), new Happened(7, "b"));
        await app.DrainAsync();

        Assert.Equal([1, 2, 3, 4, 5, 6, 7], (await app.NumbersAsync(nameof(NoteHappened))).Order());
        Assert.Equal([1, 4, 5, 7], (await app.NumbersAsync(nameof(CopyHappened))).Order());

        for (var attempt = 2; attempt <= 8; attempt++)
        {
            Assert.Equal([1], await app.NumbersAsync(nameof(CopyHappened), "a"));
            app.Clock.Advance(TimeSpan.FromMinutes(6));
            await app.DrainAsync();
        }

        Assert.Equal([1, 3, 6], await app.NumbersAsync(nameof(CopyHappened), "a"));
        var dead = Assert.Single(await app.OwedAsync());
        Assert.NotNull(dead.DeadAt);
        Assert.Equal(8, dead.Attempts);
        Assert.Contains("As if the process had died here.", dead.Failure, StringComparison.Ordinal);
    }

    [Fact, Trait("Notes", "B1")]
    public async Task A_failed_handler_leaves_no_trace_of_its_event_and_all_of_the_others()
    {
        await using var app = new ProbeApp();
        app.Script.Follow = true;
        app.Script.Before = (_, number) => number % 7 == 0 ? throw new InjectedFaultException() : Task.CompletedTask;
        await app.TellAsync([.. Enumerable.Range(1, 100).Select(number => new Happened(number))]);

        await app.DrainAsync();

        var good = Enumerable.Range(1, 100).Where(number => number % 7 != 0).ToList();
        Assert.Equal(good, (await app.NumbersAsync(nameof(NoteHappened))).Order());
        Assert.Equal(good, (await app.NumbersAsync(nameof(NoteFollowed))).Order());
    }

    [Fact, Trait("Notes", "B1")]
    public async Task A_payload_that_cannot_be_read_is_its_own_events_failure()
    {
        await using var app = new ProbeApp();
        await app.TellAsync(new Happened(1), new Happened(2), new Happened(3));
        await using (var db = app.Open<ProbeDb>())
        {
            await app.Services.GetRequiredService<IWriter<ProbeDb>>().RunAsync(
                db,
                transaction => db.Set<OutboxEvent>().Where(row => row.Position == 2).ExecuteUpdateAsync(row => row.SetProperty(broken => broken.Payload, "{"), transaction),
                CancellationToken.None);
        }

        await app.DrainAsync();

        Assert.Equal([1, 3], await app.NumbersAsync(nameof(NoteHappened)));
        Assert.All(await app.OwedAsync(), owed => Assert.Contains("JsonException", owed.Failure, StringComparison.Ordinal));
        Assert.Equal(2, (await app.OwedAsync()).Count);
    }

    [Fact, Trait("Notes", "B1")]
    public async Task A_database_that_is_away_is_no_events_failure()
    {
        await using var app = new ProbeApp();
        var away = true;
        app.Script.Before = (handler, _) => handler == nameof(CopyHappened) && away ? throw Outage() : Task.CompletedTask;
        await app.TellAsync(new Happened(1));

        for (var run = 0; run < 10; run++)
        {
            await app.DrainAsync();
            app.Clock.Advance(TimeSpan.FromMinutes(1));
        }

        Assert.Equal((0, null), (Assert.Single(await app.OwedAsync()).Attempts, (await app.OwedAsync())[0].DeadAt));
        away = false;
        await app.DrainAsync();
        Assert.Equal([1], await app.NumbersAsync(nameof(CopyHappened)));
        Assert.Equal([1], await app.NumbersAsync(nameof(NoteHappened)));
        Assert.Empty(await app.OwedAsync());
    }

    [Fact, Trait("Notes", "B1")]
    public async Task While_a_handlers_database_is_away_the_others_have_theirs_and_it_is_seldom_asked()
    {
        await using var app = new ProbeApp();
        var away = true;
        app.Script.Before = (handler, _) => handler == nameof(CopyHappened) && away ? throw Outage() : Task.CompletedTask;
        foreach (var number in Enumerable.Range(1, 100))
        {
            await app.TellAsync(new Happened(number, "a"));
            await app.DrainAsync();
        }

        Assert.Equal(Enumerable.Range(1, 100), await app.NumbersAsync(nameof(NoteHappened)));
        Assert.Equal(2, app.Script.Runs.Count(run => run.Handler == nameof(CopyHappened)));
        away = false;
        app.Clock.Advance(TimeSpan.FromSeconds(1));
        await app.DrainAsync();

        Assert.Equal(Enumerable.Range(1, 100), await app.NumbersAsync(nameof(CopyHappened)));
        Assert.Empty(await app.OwedAsync());
    }

    [Fact, Trait("Notes", "B1")]
    public async Task The_database_that_the_events_lie_in_is_nobodys_to_owe_them_in()
    {
        await using var app = new ProbeApp();
        var away = true;
        app.Script.Before = (handler, _) => handler == nameof(NoteHappened) && away ? throw Outage() : Task.CompletedTask;
        await app.TellAsync(new Happened(1));

        await Assert.ThrowsAnyAsync<Exception>(app.DrainAsync);

        Assert.Empty(await app.OwedAsync());
        away = false;
        await app.DrainAsync();
        Assert.Equal([1], await app.NumbersAsync(nameof(NoteHappened)));
    }

    [Fact, Trait("Notes", "B1")]
    public async Task A_handler_that_never_ends_fails_on_that_event_when_its_time_is_up()
    {
        // On PostgreSQL each event has its part of the time by itself, and one that does nothing wrong should find it enough on a busy machine.
        await using var app = new ProbeApp(settings: [("Outbox:LeaseSeconds", Profile.IsDistributed ? "10" : "2")]);
        app.Script.Hang = (number, cancellationToken) => number == 2 ? Task.Delay(Timeout.Infinite, cancellationToken) : Task.CompletedTask;
        await app.TellAsync([.. Enumerable.Range(1, 4).Select(number => new Happened(number))]);

        await app.DrainAsync();

        Assert.Equal([1, 3, 4], (await app.NumbersAsync(nameof(CopyHappened))).Order());
        var owed = Assert.Single(await app.OwedAsync());
        Assert.Equal((1, "It took too long."), (owed.Attempts, owed.Failure));
    }

    [Fact, Trait("Notes", "B1")]
    public async Task While_one_is_owed_later_ones_of_its_key_queue_up_behind_it_in_order()
    {
        await using var app = new ProbeApp();
        var broken = true;
        app.Script.Before = (handler, number) => handler == nameof(CopyHappened) && number == 1 && broken ? throw new InjectedFaultException() : Task.CompletedTask;
        foreach (var number in Enumerable.Range(1, 30))
        {
            await app.TellAsync(new Happened(number, "a"));
            await app.DrainAsync();
        }

        Assert.Equal(30, (await app.OwedAsync()).Count);
        broken = false;
        app.Clock.Advance(TimeSpan.FromMinutes(6));
        await app.DrainAsync();

        Assert.Equal(Enumerable.Range(1, 30), await app.NumbersAsync(nameof(CopyHappened), "a"));
        Assert.Empty(await app.OwedAsync());
    }

    private static Exception Outage() => Support.Profile.IsDistributed
        ? new Npgsql.NpgsqlException("The server is away.", new TimeoutException())
        : new Microsoft.Data.Sqlite.SqliteException("The disk is full.", SQLitePCL.raw.SQLITE_FULL);
}
