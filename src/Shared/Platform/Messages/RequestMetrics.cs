using System.Diagnostics.Metrics;

namespace SystemDesign.Platform.Messages;

/// <summary>How long requests take inside the application, without HTTP around them.</summary>
internal sealed class RequestMetrics(IMeterFactory meters)
{
    public const string MeterName = "SystemDesign.Requests";

    /// <summary>Seconds, by module, request and outcome (<c>ok</c> or the exception's type).</summary>
    public Histogram<double> Duration { get; } =
        meters.Create(MeterName).CreateHistogram<double>("systemdesign.request.duration", "s", "Time from validation to commit.");
}
