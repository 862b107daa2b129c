using Microsoft.Extensions.DependencyInjection;
using SystemDesign.Kernel.Messages;
using SystemDesign.Platform.Persistence;
using SystemDesign.Tests.Integration.Support;
using SystemDesign.UrlShortener.Data;

namespace SystemDesign.Tests.Integration.UrlShortener;

/// <summary>
/// What one process knows of codes; another of these is another process on the same database. One that is let go without
/// <see cref="StopAsync"/> is killed.
/// </summary>
internal sealed class CodeInstance
{
    private readonly App app;
    private readonly ICodeBlocks blocks;
    private readonly CodeStock stock;
    private int draws;

    /// <param name="app">Whose database it is.</param>
    /// <param name="generator">Of another kind than the application's, if any.</param>
    public CodeInstance(App app, Type? generator = null)
    {
        this.app = app;
        blocks = (ICodeBlocks)ActivatorUtilities.CreateInstance(app.Services, generator ?? app.Services.GetRequiredService<ICodeBlocks>().GetType());
        stock = ActivatorUtilities.CreateInstance<CodeStock>(app.Services, blocks);
    }

    /// <summary>How often codes were drawn, for units that succeeded and for those that did not.</summary>
    public int Draws => draws;

    /// <summary>Leases the next block ahead, as its work in the background does.</summary>
    public Task LeaseAheadAsync() => new LeaseAhead(stock, blocks).RunAsync(CancellationToken.None);

    public Task StopAsync() => new LeaseAhead(stock, blocks).FinishAsync();

    /// <summary>Makes a link of a drawn code.</summary>
    /// <returns>The code, and how many were drawn for it.</returns>
    public async Task<(string Code, int Draws)> ShortenAsync(Func<Task>? beforeSave = null)
    {
        await using var scope = app.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<UrlShortenerDb>();
        using var codes = new Codes(db, stock, blocks);
        var drawn = 0;
        var code = await UnitOfWork(scope).Handle(new Shorten(Draws: true), CancellationToken.None, async () =>
        {
            var id = Guid.CreateVersion7();
            var code = await codes.DrawAsync(id, CancellationToken.None);
            drawn++;
            Interlocked.Increment(ref draws);
            db.Add(SomeLink.Of(Guid.Empty, code, id));
            await (beforeSave?.Invoke() ?? Task.CompletedTask);
            return code;
        });
        return (code, drawn);
    }

    /// <summary>Makes links one after the other.</summary>
    public async Task<IReadOnlyList<string>> ShortenAsync(int count)
    {
        var codes = new List<string>(count);
        while (codes.Count < count)
        {
            codes.Add((await ShortenAsync()).Code);
        }

        return codes;
    }

    /// <summary>Makes a link of a chosen code.</summary>
    public async Task AliasAsync(string alias)
    {
        await using var scope = app.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<UrlShortenerDb>();
        using var codes = new Codes(db, stock, blocks);
        await UnitOfWork(scope).Handle(new Shorten(Draws: false), CancellationToken.None, () =>
        {
            var link = SomeLink.Of(Guid.Empty, alias);
            codes.Claim(alias, link.Id);
            db.Add(link);
            return Task.FromResult(alias);
        });
    }

    private static UnitOfWork<Shorten, string, UrlShortenerDb> UnitOfWork(AsyncServiceScope scope) =>
        ActivatorUtilities.CreateInstance<UnitOfWork<Shorten, string, UrlShortenerDb>>(scope.ServiceProvider);

    private sealed record Shorten(bool Draws) : ICommand<string>, IDrawsValues;
}
