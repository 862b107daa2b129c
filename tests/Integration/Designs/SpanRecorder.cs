using System.Collections.Concurrent;
using System.Diagnostics;

namespace SystemDesign.Tests.Integration.Designs;

/// <summary>
/// Writes down every span of ours, and the framework's of each HTTP request, from when it is made to when it is disposed.
/// As they begin: the server's ends only after its client has the answer. They are the whole process's, so whoever uses this
/// runs alone.
/// </summary>
internal sealed class SpanRecorder : IDisposable
{
    private readonly ConcurrentQueue<Activity> begun = new();
    private readonly ActivityListener listener;

    public SpanRecorder()
    {
        listener = new()
        {
            ShouldListenTo = source => source.Name == "Microsoft.AspNetCore" || source.Name.StartsWith("SystemDesign.", StringComparison.Ordinal),
            Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllData,
            ActivityStarted = begun.Enqueue,
        };
        ActivitySource.AddActivityListener(listener);
    }

    public IReadOnlyList<SeenSpan> Spans =>
    [
        .. begun.Select(activity => new SeenSpan(
            new(activity.Source.Name, activity.OperationName, activity.GetTagItem("handler") as string),
            activity.SpanId.ToHexString(),
            activity.ParentSpanId == default ? null : activity.ParentSpanId.ToHexString())),
    ];

    public void Dispose() => listener.Dispose();
}
