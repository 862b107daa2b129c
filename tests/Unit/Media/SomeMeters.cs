using System.Diagnostics.Metrics;

namespace SystemDesign.Tests.Unit.Media;

/// <summary>Meters that nobody listens to.</summary>
internal sealed class SomeMeters : IMeterFactory
{
    public Meter Create(MeterOptions options) => new(options);

    public void Dispose()
    {
    }
}
