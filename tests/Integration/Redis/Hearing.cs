using Microsoft.Extensions.DependencyInjection;
using SystemDesign.Platform.Signals;
using SystemDesign.Tests.Integration.Support;

namespace SystemDesign.Tests.Integration.Redis;

/// <summary>What instances tell each other through Redis.</summary>
internal static class Hearing
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(5);

    public static ISignals Signals(this App app) => app.Services.GetRequiredService<ISignals>();

    /// <summary>Whatever each of them sent before has arrived at the other: signals stay in order.</summary>
    public static async Task HearEachOtherAsync(App one, App other)
    {
        await Task.WhenAll(((RedisSignals)one.Signals()).Listening, ((RedisSignals)other.Signals()).Listening).WaitAsync(Patience);
        await ArrivesAsync(one, other);
        await ArrivesAsync(other, one);
    }

    private static async Task ArrivesAsync(App from, App to)
    {
        var arrived = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        using var subscription = to.Signals().Subscribe("tests.arrival", _ => arrived.TrySetResult());
        Assert.True(await from.Signals().SendAsync("tests.arrival", string.Empty));
        await arrived.Task.WaitAsync(Patience);
    }
}
