namespace SystemDesign.Platform.Signals;

/// <summary>There is nobody to tell, or no way to: other instances find out when a lifetime has passed or a poll is due.</summary>
internal sealed class NoOtherInstances : ISignals
{
    public Task<bool> SendAsync(string channel, string content) => Task.FromResult(true);

    public IDisposable Subscribe(string channel, Action<string> hear) => Nothing.Instance;

    private sealed class Nothing : IDisposable
    {
        public static readonly Nothing Instance = new();

        public void Dispose()
        {
        }
    }
}
