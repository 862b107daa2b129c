using System.Diagnostics.Metrics;

namespace SystemDesign.Platform.Persistence;

/// <summary>What the databases cost.</summary>
internal sealed class DatabaseMetrics(IMeterFactory meters)
{
    /// <summary>Seconds, by database and whether it was a read or a write; a failed one says its <c>error.type</c>.</summary>
    public Histogram<double> Duration { get; } = meters.Create(DatabaseTelemetry.Name).CreateHistogram<double>(
        "db.client.operation.duration", "s", "Time from asking to the answer's first row, or to being on disk.");

    /// <summary>Seconds that a unit of work waits until SQLite's one writer turns to it.</summary>
    public Histogram<double> QueueDuration { get; } = meters.Create(DatabaseTelemetry.Name).CreateHistogram<double>(
        "systemdesign.persistence.queue.duration", "s", "Time that a unit of work waits for the file's writer.");

    /// <summary>Units of work per commit of SQLite's one writer; the histogram's count is the number of commits.</summary>
    public Histogram<int> CommitSize { get; } = meters.Create(DatabaseTelemetry.Name).CreateHistogram(
        "systemdesign.persistence.commit.size",
        "{write}",
        "Units of work that shared a commit.",
        advice: new InstrumentAdvice<int> { HistogramBucketBoundaries = [1, 2, 4, 8, 16, 32, 64] });
}
