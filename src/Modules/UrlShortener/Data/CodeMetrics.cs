using System.Diagnostics.Metrics;

namespace SystemDesign.UrlShortener.Data;

/// <summary>How far the codes are given out.</summary>
internal sealed class CodeMetrics(IMeterFactory meters)
{
    private readonly Gauge<long> left = meters.Create(typeof(CodeMetrics).Assembly.GetName().Name!).CreateGauge<long>(
        "systemdesign.url_shortener.codes.left", "{code}", "Codes that are neither leased nor in the pool, by length; measured whenever some are taken.");

    public void Measure(int length, long count) => left.Record(count, new KeyValuePair<string, object?>("length", length));
}
