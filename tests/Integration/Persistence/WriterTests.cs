using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using SystemDesign.Platform.Persistence;
using SystemDesign.Tests.Integration.Support;
using SystemDesign.UrlShortener.Data;
using SystemDesign.UrlShortener.Domain.Links;

namespace SystemDesign.Tests.Integration.Persistence;

/// <summary>The promises of <see cref="IWriter{TDb}"/>, which hold on both providers.</summary>
public sealed class WriterTests(App app) : IClassFixture<App>
{
    private IWriter<UrlShortenerDb> Writer => app.Services.GetRequiredService<IWriter<UrlShortenerDb>>();

    [Fact]
    public async Task What_is_written_can_be_read_by_others_when_the_call_returns()
    {
        await using var db = Open();
        var link = SomeLink.New();
        db.Add(link);

        await Writer.SaveAsync(db, CancellationToken.None);

        Assert.Equal(link.Id, (await FindAsync(link.Code))?.Id);
    }

    [Fact]
    public async Task Of_100_at_once_every_third_fails_and_only_that()
    {
        var links = Enumerable.Range(0, 100).Select(_ => SomeLink.New()).ToList();

        var outcomes = await Task.WhenAll(links.Select(async (link, number) =>
        {
            await using var db = Open();
            db.Add(link);
            db.OnSave(_ => number % 3 == 0 ? throw new InjectedFault() : Task.CompletedTask);
            return await Record.ExceptionAsync(() => Writer.SaveAsync(db, CancellationToken.None));
        }));

        for (var number = 0; number < links.Count; number++)
        {
            Assert.Equal(number % 3 == 0, outcomes[number] is InjectedFault);
            Assert.Equal(number % 3 == 0, await FindAsync(links[number].Code) is null);
        }
    }

    [Fact]
    public async Task Statements_and_entities_are_one_unit()
    {
        var old = SomeLink.New();
        await using (var setUp = Open())
        {
            setUp.Add(old);
            await Writer.SaveAsync(setUp, CancellationToken.None);
        }

        await using var db = Open();
        var added = SomeLink.New();
        db.Add(added);
        db.OnSave(cancellationToken => db.Links.Where(link => link.Code == old.Code).ExecuteDeleteAsync(cancellationToken));
        db.OnSave(_ => throw new InjectedFault());
        await Assert.ThrowsAsync<InjectedFault>(() => Writer.SaveAsync(db, CancellationToken.None));

        Assert.NotNull(await FindAsync(old.Code));
        Assert.Null(await FindAsync(added.Code));
    }

    [Fact]
    public async Task A_context_can_be_used_on_after_a_save_and_after_a_failed_one()
    {
        await using var db = Open();
        db.OnSave(_ => throw new InjectedFault());
        await Assert.ThrowsAsync<InjectedFault>(() => Writer.SaveAsync(db, CancellationToken.None));
        db.Forget();

        var link = SomeLink.New();
        db.Add(link);
        await Writer.SaveAsync(db, CancellationToken.None);

        Assert.True(await db.Links.AnyAsync(stored => stored.Code == link.Code));
    }

    [Fact]
    public async Task What_was_collected_and_never_saved_is_nobody_elses()
    {
        for (var use = 0; use < 10; use++)
        {
            await using var db = Open();
            Assert.False(db.HasWork);
            db.Add(SomeLink.New());
            db.OnSave(_ => throw new InjectedFault());
        }
    }

    [Fact]
    public async Task A_statement_runs_in_one_save_and_not_in_the_next()
    {
        await using var db = Open();
        var runs = 0;
        db.OnSave(_ => Task.FromResult(runs++));

        await Writer.SaveAsync(db, CancellationToken.None);
        await Writer.SaveAsync(db, CancellationToken.None);

        Assert.Equal(1, runs);
    }

    [Fact]
    public async Task A_reaction_runs_once_after_the_commit_and_never_after_a_failure()
    {
        await using var db = Open();
        var link = SomeLink.New();
        var reactions = 0;
        db.Add(link);
        db.OnCommitted(async () => { Assert.NotNull(await FindAsync(link.Code)); reactions++; });
        await Writer.SaveAsync(db, CancellationToken.None);
        await Writer.SaveAsync(db, CancellationToken.None);
        Assert.Equal(1, reactions);

        db.OnSave(_ => throw new InjectedFault());
        db.OnCommitted(() => Task.FromResult(reactions++));
        await Assert.ThrowsAsync<InjectedFault>(() => Writer.SaveAsync(db, CancellationToken.None));
        db.Forget();
        await Writer.SaveAsync(db, CancellationToken.None);
        Assert.Equal(1, reactions);
    }

    [EmbeddedFact]
    public async Task What_its_caller_gave_up_before_its_turn_is_not_written()
    {
        using var gaveUp = new CancellationTokenSource();
        var firstIsIn = new TaskCompletionSource();
        var release = new TaskCompletionSource();
        await using var first = Open();
        var running = Writer.RunAsync(first, async _ => { firstIsIn.SetResult(); await release.Task; }, CancellationToken.None);
        await firstIsIn.Task;

        await using var second = Open();
        var link = SomeLink.New();
        second.Add(link);
        var waiting = Writer.SaveAsync(second, gaveUp.Token);
        await gaveUp.CancelAsync();
        release.SetResult();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => waiting);
        await running;
        Assert.Null(await FindAsync(link.Code));
    }

    [EmbeddedFact]
    public async Task A_context_cannot_write_past_the_writer()
    {
        await using var db = Open();
        db.Add(SomeLink.New());

        var exception = await Assert.ThrowsAsync<DbUpdateException>(() => db.SaveChangesAsync());

        Assert.Contains("readonly", exception.InnerException!.Message, StringComparison.Ordinal);
    }

    private UrlShortenerDb Open() => app.Services.GetRequiredService<IDbContextFactory<UrlShortenerDb>>().CreateDbContext();

    private async Task<Link?> FindAsync(string code)
    {
        await using var db = Open();
        return await db.Links.SingleOrDefaultAsync(link => link.Code == code);
    }

    private sealed class InjectedFault : Exception;
}
