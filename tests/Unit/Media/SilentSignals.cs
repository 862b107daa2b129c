using SystemDesign.Platform.Signals;

namespace SystemDesign.Tests.Unit.Media;

/// <summary>Nobody hears, and nobody is heard.</summary>
internal sealed class SilentSignals : ISignals
{
    public Task<bool> SendAsync(string channel, string content) => Task.FromResult(false);

    public IDisposable Subscribe(string channel, Action<string> hear) => new SomeMeters();
}
