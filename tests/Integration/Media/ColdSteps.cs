using Microsoft.Extensions.DependencyInjection;
using SystemDesign.Media.Data;
using SystemDesign.Media.Domain.Objects;
using SystemDesign.Platform.Storage;

namespace SystemDesign.Tests.Integration.Media;

/// <summary>What puts objects away and brings them back, when a test says so.</summary>
internal static class ColdSteps
{
    /// <summary>After it an object is unused.</summary>
    public static TimeSpan Unused { get; } = TimeSpan.FromDays(91);

    /// <summary>As files have it: <c>Storage:RestoreSeconds</c>.</summary>
    public static TimeSpan Restore { get; } = TimeSpan.FromSeconds(10);

    public static async Task PutAwayAsync(this MediaApp app, string name)
    {
        app.Clock.Advance(Unused);
        await app.FreezeAsync();
        app.Clock.Advance(FreezeUnused.Notice);
        await app.FreezeAsync();
        Assert.Equal(MediaTier.Cold, await app.TierOfAsync(name));
    }

    public static Task<TimeSpan> FreezeAsync(this MediaApp app) => app.App.Services.GetRequiredService<FreezeUnused>().RunAsync(CancellationToken.None);

    public static Task<TimeSpan> ThawAsync(this MediaApp app) => app.App.Services.GetRequiredService<ThawAsked>().RunAsync(CancellationToken.None);

    /// <summary>What readers asked for.</summary>
    public static async Task BringBackAsync(this MediaApp app)
    {
        await app.ThawAsync();
        app.Clock.Advance(Restore);
        await app.ThawAsync();
    }

    /// <summary>Writes down who read what.</summary>
    public static Task FlushAsync(this MediaApp app) => app.App.Services.GetRequiredService<LastReads>().FinishAsync();

    public static async Task<StorageTier?> StoredAsync(this MediaApp app, string name) => (await app.Store.FindAsync(name, CancellationToken.None))?.Tier;
}
