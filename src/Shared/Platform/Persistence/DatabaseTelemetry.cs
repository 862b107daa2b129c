using System.Diagnostics;

namespace SystemDesign.Platform.Persistence;

/// <summary>
/// A span and a duration for every query and every unit of work, in the words of OpenTelemetry's conventions for
/// databases. Neither SQL nor values: what a user wrote stays in the database. Costs nothing unless somebody listens. Spans
/// only within a trace: what polls the database for itself would begin one with every look.
/// </summary>
internal sealed class DatabaseTelemetry(DatabaseMetrics metrics, IDatabase database)
{
    public const string Name = "SystemDesign.Persistence";

    private const string ReadOperation = "read";
    private const string WriteOperation = "write";

    private static readonly ActivitySource Source = new(Name);

    /// <summary>Runs a unit of work, which ends when it is on disk.</summary>
    public Task WriteAsync(string schema, Func<Task> write) =>
        Source.HasListeners() || metrics.Duration.Enabled ? ObserveAsync(schema, write) : write();

    /// <summary>A query has been answered, or has failed.</summary>
    public void Read(string schema, DateTimeOffset asked, TimeSpan took, Exception? failure)
    {
        if (Activity.Current is not null && Source.HasListeners())
        {
            using var span = Source.StartActivity(SpanName(schema, ReadOperation), ActivityKind.Client, default(ActivityContext), startTime: asked);
            Describe(span, schema, ReadOperation, failure);
            span?.SetEndTime((asked + took).UtcDateTime);
        }

        Record(schema, ReadOperation, took, failure);
    }

    /// <summary>SQLite's writer turns to a unit of work.</summary>
    public void Waited(string schema, TimeSpan wait)
    {
        if (metrics.QueueDuration.Enabled)
        {
            metrics.QueueDuration.Record(wait.TotalSeconds, Tags(schema));
        }
    }

    /// <summary>SQLite's writer has ended a transaction, for all that shared it.</summary>
    public void Committed(string schema, int writes, Exception? failure)
    {
        if (metrics.CommitSize.Enabled)
        {
            metrics.CommitSize.Record(writes, Tags(schema, failure: failure));
        }
    }

    private async Task ObserveAsync(string schema, Func<Task> write)
    {
        using var span = Activity.Current is null ? null : Source.StartActivity(SpanName(schema, WriteOperation), ActivityKind.Client);
        var started = Stopwatch.GetTimestamp();
        Exception? failure = null;
        try
        {
            await write();
        }
        catch (Exception exception)
        {
            failure = exception;
            throw;
        }
        finally
        {
            Describe(span, schema, WriteOperation, failure);
            Record(schema, WriteOperation, Stopwatch.GetElapsedTime(started), failure);
        }
    }

    private void Describe(Activity? span, string schema, string operation, Exception? failure)
    {
        if (span is not { IsAllDataRequested: true })
        {
            return;
        }

        foreach (var (name, value) in Tags(schema, operation, failure))
        {
            span.SetTag(name, value);
        }

        if (failure is not null)
        {
            span.SetStatus(ActivityStatusCode.Error);
        }
    }

    private void Record(string schema, string operation, TimeSpan took, Exception? failure)
    {
        if (metrics.Duration.Enabled)
        {
            metrics.Duration.Record(took.TotalSeconds, Tags(schema, operation, failure));
        }
    }

    private TagList Tags(string schema, string? operation = null, Exception? failure = null)
    {
        var tags = new TagList { { "db.system.name", database.System }, { "db.namespace", schema } };
        if (operation is not null)
        {
            tags.Add("db.operation.name", operation);
        }

        if (failure is not null)
        {
            tags.Add("error.type", failure.GetType().FullName);
        }

        return tags;
    }

    private static string SpanName(string schema, string operation) => $"{schema} {operation}";
}
