using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using SystemDesign.Kernel.Errors;
using SystemDesign.Platform.Idempotency;
using SystemDesign.Platform.Persistence;
using SystemDesign.Tests.Integration.Support;
using SystemDesign.UrlShortener.Data;

namespace SystemDesign.Tests.Integration.Idempotency;

/// <summary>When a handler runs under a key and when it does not, at moments that requests alone would not hit.</summary>
public sealed class IdempotentUnitOfWorkTests(App app) : IClassFixture<App>
{
    private readonly KeyedWork work = new(app);

    [Fact]
    public async Task A_replay_does_not_run_the_handler()
    {
        var first = await work.RunAsync("key", db => work.AddLink(db, SomeLink.Code()));

        var second = await work.RunAsync("key", MustNotRun);

        Assert.Equal(first with { Replayed = true }, second);
    }

    [Fact]
    public async Task Another_operation_under_the_same_key_is_refused()
    {
        await work.RunAsync("key", db => work.AddLink(db, SomeLink.Code()));

        var refusal = await Assert.ThrowsAsync<UnprocessableException>(
            () => work.RunOtherAsync("key", MustNotRun));

        Assert.Equal("idempotency-key-reused", refusal.Code);
    }

    [Fact]
    public async Task What_crashes_between_its_commit_and_its_answer_is_answered_when_it_is_sent_again()
    {
        var code = SomeLink.Code();
        await Assert.ThrowsAsync<InjectedFault>(() => work.RunAsync("key", db =>
        {
            db.OnCommitted(() => throw new InjectedFault());
            return work.AddLink(db, code);
        }));

        var second = await work.RunAsync("key", db => work.AddLink(db, SomeLink.Code()));

        Assert.Equal(new(code, Replayed: true), second);
        Assert.Equal((1, 1), await app.CountAsync(work.UserId));
    }

    [Fact]
    public async Task What_crashes_before_its_commit_leaves_nothing_and_runs_again()
    {
        await Assert.ThrowsAsync<InjectedFault>(() => work.RunAsync("key", db =>
        {
            db.OnSave(_ => throw new InjectedFault());
            return work.AddLink(db, SomeLink.Code());
        }));
        Assert.Equal((0, 0), await app.CountAsync(work.UserId));

        var second = await work.RunAsync("key", db => work.AddLink(db, SomeLink.Code()));

        Assert.False(second.Replayed);
        Assert.Equal((1, 1), await app.CountAsync(work.UserId));
    }

    [Fact]
    public async Task An_answer_without_any_change_is_kept_too()
    {
        await work.RunAsync("key", _ => Task.FromResult("nothing to do"));

        Assert.Equal(new("nothing to do", Replayed: true), await work.RunAsync("key", _ => Task.FromResult("something")));
    }

    [Fact]
    public async Task While_the_first_is_at_work_the_next_waits_and_has_its_answer()
    {
        var gate = new Gate();
        var first = work.RunAsync("key", async db => { await gate.PassAsync(); return await work.AddLink(db, SomeLink.Code()); });
        await gate.Reached;
        var waits = app.Clock.NextWaitOf(TimeSpan.FromSeconds(5));

        var second = work.RunAsync("key", MustNotRun);
        await waits;
        Assert.False(second.IsCompleted);
        gate.Open();

        Assert.Equal((await first) with { Replayed = true }, await second);
    }

    [Fact]
    public async Task While_the_first_is_at_work_for_5_seconds_the_next_is_told_so()
    {
        var gate = new Gate();
        var first = work.RunAsync("key", async db => { await gate.PassAsync(); return await work.AddLink(db, SomeLink.Code()); });
        await gate.Reached;
        var waits = app.Clock.NextWaitOf(TimeSpan.FromSeconds(5));
        var second = work.RunAsync("key", MustNotRun);
        await waits;

        app.Clock.Advance(TimeSpan.FromSeconds(5) - TimeSpan.FromMicroseconds(1));
        Assert.False(second.IsCompleted);
        app.Clock.Advance(TimeSpan.FromMicroseconds(1));
        var conflict = await Assert.ThrowsAsync<ConflictException>(() => second);
        gate.Open();

        Assert.Equal(("idempotency-key-in-use", "Idempotency-Key"), (conflict.Code, conflict.Field));
        Assert.False((await first).Replayed);
        Assert.Equal((await first) with { Replayed = true }, await work.RunAsync("key", MustNotRun));
    }

    [Fact]
    public async Task When_the_first_fails_one_of_those_that_wait_runs()
    {
        var gate = new Gate();
        var first = work.RunAsync("key", async _ => { await gate.PassAsync(); throw new InjectedFault(); });
        await gate.Reached;
        var runs = 0;

        var others = Enumerable.Range(0, 20).Select(_ => work.RunAsync("key", db =>
        {
            Interlocked.Increment(ref runs);
            return work.AddLink(db, SomeLink.Code());
        })).ToList();
        gate.Open();

        await Assert.ThrowsAsync<InjectedFault>(() => first);
        var outcomes = await Task.WhenAll(others);
        Assert.Equal(1, runs);
        Assert.Single(outcomes, outcome => !outcome.Replayed);
        Assert.Single(outcomes.Select(outcome => outcome.Answer).Distinct());
    }

    [Fact]
    public async Task Keys_do_not_wait_for_each_other()
    {
        var gate = new Gate();
        var first = work.RunAsync("one", async db => { await gate.PassAsync(); return await work.AddLink(db, SomeLink.Code()); });
        await gate.Reached;

        Assert.False((await work.RunAsync("other", db => work.AddLink(db, SomeLink.Code()))).Replayed);
        gate.Open();
        await first;
    }

    [Fact]
    public async Task Of_20_instances_at_once_one_has_an_effect_and_all_have_its_answer()
    {
        var outcomes = await RunAtOnceAsync(20, db => work.AddLink(db, SomeLink.Code()));

        Assert.Single(outcomes, outcome => !outcome.Replayed);
        Assert.Single(outcomes.Select(outcome => outcome.Answer).Distinct());
        Assert.Equal((1, 1), await app.CountAsync(work.UserId));
    }

    [Fact]
    public async Task Of_20_instances_at_once_whose_rows_would_collide_all_meet_at_the_key_before()
    {
        // The same id: nobody has a word for that conflict, so whoever came to it would be a defect.
        var id = Guid.CreateVersion7();

        var outcomes = await RunAtOnceAsync(20, db =>
        {
            db.Add(SomeLink.Of(work.UserId, id: id));
            return Task.FromResult("added");
        });

        Assert.Single(outcomes, outcome => !outcome.Replayed);
        Assert.Equal((1, 1), await app.CountAsync(work.UserId));
    }

    [Fact]
    public async Task A_handler_that_fails_on_what_another_instance_has_done_under_the_key_gives_its_answer()
    {
        var gate = new Gate();
        var late = work.RunAsync("key", new KeysInUse<UrlShortenerDb>(), async db =>
        {
            await gate.PassAsync();
            return await db.Links.AnyAsync(link => link.OwnerId == work.UserId)
                ? throw new ConflictException("some.code", "There is one already.")
                : await work.AddLink(db, SomeLink.Code());
        });
        await gate.Reached;
        var first = await work.RunAsync("key", db => work.AddLink(db, SomeLink.Code()));
        gate.Open();

        Assert.Equal(first with { Replayed = true }, await late);
    }

    [Fact]
    public async Task An_expired_key_is_taken_over_whether_it_was_swept_or_not()
    {
        await using (var db = await app.Services.GetRequiredService<IDbContextFactory<UrlShortenerDb>>().CreateDbContextAsync())
        {
            db.Add(new KeptAnswer { UserId = work.UserId, Key = "key", Operation = "Old", RequestHash = [0], Answer = "\"old\"", CreatedAt = app.Clock.GetUtcNow() - TimeSpan.FromHours(24) });
            await app.Services.GetRequiredService<IWriter<UrlShortenerDb>>().SaveAsync(db, CancellationToken.None);
        }

        var first = await work.RunAsync("key", db => work.AddLink(db, SomeLink.Code()));
        var second = await work.RunAsync("key", MustNotRun);

        Assert.False(first.Replayed);
        Assert.Equal(first with { Replayed = true }, second);
        Assert.Equal((1, 1), await app.CountAsync(work.UserId));
    }

    [Fact]
    public async Task A_command_that_runs_again_for_a_lost_race_keeps_the_answer_of_its_last_run()
    {
        var runs = 0;

        var first = await work.RunAsync("key", async db =>
        {
            if (++runs == 1)
            {
                db.Remove(SomeLink.Of(work.UserId, "gone"));
                return "of a row that is not there";
            }

            return await work.AddLink(db, SomeLink.Code());
        });

        Assert.Equal(2, runs);
        Assert.Equal(first with { Replayed = true }, await work.RunAsync("key", MustNotRun));
    }

    private static Task<string> MustNotRun(UrlShortenerDb db) => throw new InvalidOperationException("It ran.");

    /// <summary>As many instances, of which none saves before all have found that there is no answer yet.</summary>
    private async Task<KeyedWork.Outcome[]> RunAtOnceAsync(int instances, Func<UrlShortenerDb, Task<string>> handle)
    {
        var gate = new Gate();
        var arrived = 0;
        return await Task.WhenAll(Enumerable.Range(0, instances).Select(_ => work.RunAsync("key", new KeysInUse<UrlShortenerDb>(), async db =>
        {
            if (Interlocked.Increment(ref arrived) == instances)
            {
                gate.Open();
            }

            await gate.PassAsync();
            return await handle(db);
        })));
    }

    private sealed class Gate
    {
        private readonly TaskCompletionSource reached = new(TaskCreationOptions.RunContinuationsAsynchronously);
        private readonly TaskCompletionSource open = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public Task Reached => reached.Task;

        public Task PassAsync()
        {
            reached.TrySetResult();
            return open.Task;
        }

        public void Open() => open.TrySetResult();
    }

    private sealed class InjectedFault : Exception;
}
