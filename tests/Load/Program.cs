using System.Runtime.InteropServices;
using SystemDesign.Tests.Load;
using SystemDesign.Tests.Load.Servers;

if (args is ["floor", .. var arguments])
{
    await Floor.RunAsync(arguments);
    return 0;
}

// Interrupted or not, whatever was started is stopped and whatever was written is removed.
using var interruption = new CancellationTokenSource();
using var interrupt = PosixSignalRegistration.Create(PosixSignal.SIGINT, Interrupt);
using var terminate = PosixSignalRegistration.Create(PosixSignal.SIGTERM, Interrupt);
using var hangUp = PosixSignalRegistration.Create(PosixSignal.SIGHUP, Interrupt);
try
{
    await Console.Out.WriteAsync(await LoadRun.RunAsync(LoadOptions.Parse(args), interruption.Token));
    return 0;
}
catch (LoadException exception)
{
    await Console.Error.WriteLineAsync(exception.Message);
    return 1;
}
catch (OperationCanceledException) when (interruption.IsCancellationRequested)
{
    await Console.Error.WriteLineAsync("Interrupted.");
    return 1;
}

void Interrupt(PosixSignalContext context)
{
    context.Cancel = true;
    interruption.Cancel();
}
