using System.Net;
using SystemDesign.Media.Data;
using SystemDesign.Media.Domain.Objects;
using SystemDesign.Platform.Storage;

namespace SystemDesign.Tests.Integration.Media;

/// <summary>Wherever what puts an object away or brings it back dies, or is late, its bytes are not lost.</summary>
[Trait("Notes", "DB-6"), Trait("Notes", "DB-7")]
public sealed class ColdCrashTests(MediaApp app) : IClassFixture<MediaApp>
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(5);

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task However_putting_it_away_crashes_the_next_run_ends_it(bool beforeItMoved)
    {
        var name = await app.KeepAsync(MediaSteps.SomeBytes(1_000));
        await CrashWhilePuttingAwayAsync(name, beforeItMoved);

        await app.FreezeAsync();
        Assert.Equal(MediaTier.Freezing, await app.TierOfAsync(name));
        app.Clock.Advance(FreezeUnused.Lease);
        await app.FreezeAsync();

        Assert.Equal((MediaTier.Cold, StorageTier.Cold), (await app.TierOfAsync(name), await app.StoredAsync(name)));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task However_putting_it_away_crashes_it_can_be_had_back(bool beforeItMoved)
    {
        var bytes = MediaSteps.SomeBytes(1_000);
        var name = await app.KeepAsync(bytes);
        await CrashWhilePuttingAwayAsync(name, beforeItMoved);

        Assert.Equal(HttpStatusCode.Accepted, await app.StatusAsync($"/cdn/{name}"));
        await app.BringBackAsync();

        Assert.Equal(bytes, await app.BytesAsync(name));
        Assert.Equal((MediaTier.Hot, StorageTier.Hot), (await app.TierOfAsync(name), await app.StoredAsync(name)));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task However_bringing_it_back_crashes_it_is_asked_for_again(bool beforeItWasAsked)
    {
        var bytes = MediaSteps.SomeBytes(1_000);
        var name = await app.KeepAsync(bytes);
        await app.PutAwayAsync(name);
        var crashed = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        Task Crash(string call, string of) => (call, of) == ("thaw", name) && crashed.TrySetResult() ? throw new IOException("Crash.") : Task.CompletedTask;
        CrashAt(beforeItWasAsked, Crash);

        Assert.Equal(HttpStatusCode.Accepted, await app.StatusAsync($"/cdn/{name}"));
        await crashed.Task.WaitAsync(Patience);
        app.Clock.Advance(ColdSteps.Restore);
        await app.BringBackAsync();

        Assert.Equal(bytes, await app.BytesAsync(name));
    }

    [Fact]
    public async Task Who_is_late_to_put_it_away_when_it_is_back_already_brings_it_back_again()
    {
        var bytes = MediaSteps.SomeBytes(1_000);
        var name = await app.KeepAsync(bytes);
        var (late, goOn) = (new TaskCompletionSource(), new TaskCompletionSource());
        app.Store.Before = (call, of) =>
        {
            if ((call, of) != ("freeze", name))
            {
                return Task.CompletedTask;
            }

            late.TrySetResult();
            return goOn.Task;
        };
        app.Clock.Advance(ColdSteps.Unused);
        await app.FreezeAsync();
        app.Clock.Advance(FreezeUnused.Notice);
        var freezing = app.FreezeAsync();
        await late.Task.WaitAsync(Patience);
        Assert.Equal(HttpStatusCode.Accepted, await app.StatusAsync($"/cdn/{name}"));
        await app.ThawAsync();
        Assert.Equal(bytes, await app.BytesAsync(name));

        goOn.SetResult();
        await freezing;
        Assert.NotEqual(StorageTier.Hot, await app.StoredAsync(name));
        Assert.Contains(await app.TierOfAsync(name), new[] { MediaTier.Thawing, MediaTier.Hot });
        await app.BringBackAsync();

        Assert.Equal(bytes, await app.BytesAsync(name));
        Assert.Equal((MediaTier.Hot, StorageTier.Hot), (await app.TierOfAsync(name), await app.StoredAsync(name)));
    }

    private void CrashAt(bool before, Func<string, string, Task> crash)
    {
        app.Store.Before = before ? crash : Nothing;
        app.Store.After = before ? Nothing : crash;
    }

    private static Task Nothing(string call, string name) => Task.CompletedTask;

    private async Task CrashWhilePuttingAwayAsync(string name, bool beforeItMoved)
    {
        Task Crash(string call, string of) => (call, of) == ("freeze", name) ? throw new IOException("Crash.") : Task.CompletedTask;
        app.Clock.Advance(ColdSteps.Unused);
        await app.FreezeAsync();
        app.Clock.Advance(FreezeUnused.Notice);
        CrashAt(beforeItMoved, Crash);
        await Assert.ThrowsAsync<IOException>(app.FreezeAsync);
        (app.Store.Before, app.Store.After) = (Nothing, Nothing);
        Assert.Equal((MediaTier.Freezing, beforeItMoved ? StorageTier.Hot : StorageTier.Cold), (await app.TierOfAsync(name), await app.StoredAsync(name)));
    }
}
