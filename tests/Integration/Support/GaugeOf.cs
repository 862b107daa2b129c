using System.Diagnostics.Metrics;
using Microsoft.Extensions.DependencyInjection;

namespace SystemDesign.Tests.Integration.Support;

/// <summary>An instrument of one application that tells its value when it is asked.</summary>
internal sealed class GaugeOf : IDisposable
{
    private readonly MeterListener listener = new();
    private long value;

    public GaugeOf(App app, string instrument)
    {
        var meters = app.Services.GetRequiredService<IMeterFactory>();
        listener.InstrumentPublished = (published, subscriber) =>
        {
            if (published.Name == instrument && published.Meter.Scope == meters)
            {
                subscriber.EnableMeasurementEvents(published);
            }
        };
        listener.SetMeasurementEventCallback<int>((_, measured, _, _) => value = measured);
        listener.SetMeasurementEventCallback<long>((_, measured, _, _) => value = measured);
        listener.Start();
    }

    public long Read()
    {
        listener.RecordObservableInstruments();
        return value;
    }

    public void Dispose() => listener.Dispose();
}
