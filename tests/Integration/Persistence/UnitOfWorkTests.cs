using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using SystemDesign.Kernel.Errors;
using SystemDesign.Kernel.Messages;
using SystemDesign.Platform.Persistence;
using SystemDesign.Tests.Integration.Support;
using SystemDesign.UrlShortener.Data;

namespace SystemDesign.Tests.Integration.Persistence;

/// <summary>What the unit of work does with the outcomes of a save.</summary>
public sealed class UnitOfWorkTests(App app) : IClassFixture<App>
{
    [Fact]
    public async Task A_drawn_value_that_is_taken_is_drawn_again()
    {
        var taken = await StoreAsync();
        var draws = new Queue<string>([taken, taken, SomeLink.Code()]);
        var last = draws.Last();

        var code = await RunAsync(new Draw(true), draws.Dequeue);

        Assert.Equal(last, code);
        Assert.Empty(draws);
    }

    [Fact]
    public async Task A_chosen_value_that_is_taken_is_a_conflict_at_once()
    {
        var taken = await StoreAsync();
        var attempts = 0;

        var conflict = await Assert.ThrowsAsync<ConflictException>(() => RunAsync(new Draw(false), () => { attempts++; return taken; }));

        Assert.Equal(("url-shortener.alias-taken", "alias"), (conflict.Code, conflict.Field));
        Assert.Equal(1, attempts);
    }

    [Fact]
    public async Task Drawing_ends_when_everything_is_taken()
    {
        var taken = await StoreAsync();

        await Assert.ThrowsAsync<ConflictException>(() => RunAsync(new Draw(true), () => taken));
    }

    [Fact]
    public async Task A_race_that_is_lost_every_time_is_a_conflict_and_no_defect()
    {
        await using var scope = app.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<UrlShortenerDb>();
        var attempts = 0;

        var conflict = await Assert.ThrowsAsync<ConflictException>(() => UnitOfWork(scope).Handle(new Draw(false), CancellationToken.None, () =>
        {
            attempts++;
            db.Remove(SomeLink.New());
            return Task.FromResult("of a row that is not there");
        }));

        Assert.Equal("lost-race", conflict.Code);
        Assert.InRange(attempts, 2, 10);
    }

    [Fact]
    public async Task A_handler_that_throws_saves_nothing()
    {
        await using var scope = app.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<UrlShortenerDb>();
        var link = SomeLink.New();

        await Assert.ThrowsAsync<NotFoundException>(() => UnitOfWork(scope).Handle(new Draw(false), CancellationToken.None, () =>
        {
            db.Add(link);
            throw new NotFoundException("some.code", "After it had collected a change.");
        }));

        Assert.False(await db.Links.AnyAsync(stored => stored.Code == link.Code));
    }

    private static UnitOfWork<Draw, string, UrlShortenerDb> UnitOfWork(AsyncServiceScope scope) =>
        ActivatorUtilities.CreateInstance<UnitOfWork<Draw, string, UrlShortenerDb>>(scope.ServiceProvider);

    private Task<string> StoreAsync() => RunAsync(new Draw(false), SomeLink.Code);

    private async Task<string> RunAsync(Draw command, Func<string> draw)
    {
        await using var scope = app.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<UrlShortenerDb>();
        return await UnitOfWork(scope).Handle(command, CancellationToken.None, () =>
        {
            var code = draw();
            db.Add(SomeLink.Of(Guid.Empty, code));
            return Task.FromResult(code);
        });
    }

    private sealed record Draw(bool Draws) : ICommand<string>, IDrawsValues;
}
