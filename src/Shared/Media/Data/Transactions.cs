using Microsoft.Extensions.DependencyInjection;
using SystemDesign.Kernel.Events;
using SystemDesign.Platform.Persistence;

namespace SystemDesign.Media.Data;

/// <summary>Work that is on disk by itself, whatever becomes of the request around it. Not given up half-way.</summary>
internal sealed class Transactions(IServiceScopeFactory scopes, IWriter<MediaDb> writer)
{
    /// <param name="collect">Adds to a unit of work of its own, as a command's handler does.</param>
    public async Task RunAsync(Action<MediaDb, IOutbox> collect)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<MediaDb>();
        collect(db, scope.ServiceProvider.GetRequiredService<IOutbox>());
        await writer.SaveAsync(db, CancellationToken.None);
    }

    /// <param name="change">One statement.</param>
    /// <returns>Whether it changed a row.</returns>
    public async Task<bool> ChangeAsync(Func<MediaDb, CancellationToken, Task<int>> change)
    {
        var changed = 0;
        await RunAsync((db, _) => db.OnSave(async transaction => changed = await change(db, transaction)));
        return changed > 0;
    }
}
