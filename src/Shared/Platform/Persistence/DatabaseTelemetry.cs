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

    private bool IsHeard => Source.HasListeners() || metrics.Duration.Enabled;

    /// <summary>Runs a unit of work, which ends when it is on disk.</summary>
    /// <param name="schema">Names the span.</param>
    /// <param name="write">The work.</param>
    /// <param name="shard">Names what is written to, where the schema lies in several.</param>
    public Task WriteAsync(string schema, Func<Task> write, string? shard = null)
    {
        return IsHeard ? ObserveAsync(schema, shard ?? schema, WriteOperation, WriteWithoutAnswerAsync).AsTask() : write();

        async ValueTask<bool> WriteWithoutAnswerAsync()
        {
            await write();
            return true;
        }
    }

    /// <summary>Runs a query.</summary>
    /// <inheritdoc cref="WriteAsync" path="/param"/>
    public ValueTask<TAnswer> ReadAsync<TAnswer>(string schema, string shard, Func<ValueTask<TAnswer>> read) =>
        IsHeard ? ObserveAsync(schema, shard, ReadOperation, read) : read();

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

    private async ValueTask<TAnswer> ObserveAsync<TAnswer>(string schema, string place, string operation, Func<ValueTask<TAnswer>> work)
    {
        using var span = Activity.Current is null ? null : Source.StartActivity(SpanName(schema, operation), ActivityKind.Client);
        var started = Stopwatch.GetTimestamp();
        Exception? failure = null;
        try
        {
            return await work();
        }
        catch (Exception exception)
        {
            failure = exception;
            throw;
        }
        finally
        {
            Describe(span, place, operation, failure);
            Record(place, operation, Stopwatch.GetElapsedTime(started), failure);
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
