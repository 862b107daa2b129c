using System.Runtime.InteropServices;

namespace SystemDesign.Platform.Seeding;

/// <summary>Ctrl+C, and what a system sends that stops: the process ends by itself when it has come to a good place.</summary>
internal sealed class EndSignals : IDisposable
{
    private readonly CancellationTokenSource source = new();
    private readonly PosixSignalRegistration[] registrations;

    public EndSignals() => registrations = [.. new[] { PosixSignal.SIGINT, PosixSignal.SIGTERM }.Select(signal => PosixSignalRegistration.Create(signal, End))];

    public CancellationToken Token => source.Token;

    public void Dispose()
    {
        Array.ForEach(registrations, registration => registration.Dispose());
        source.Dispose();
    }

    private void End(PosixSignalContext context)
    {
        context.Cancel = true;
        source.Cancel();
    }
}
