namespace SystemDesign.Tests.Architecture.Probes.Reading;

internal sealed class Marker : Exception
{
    public static readonly int Field = Environment.ProcessId;

    public static void Touch()
    {
    }
}
