using System.Diagnostics;
using System.Diagnostics.Metrics;
using MediatR;
using Microsoft.Extensions.DependencyInjection;
using SystemDesign.Platform.Messages;

namespace SystemDesign.Tests.Unit.Platform;

public sealed class RequestTelemetryTests
{
    [Fact]
    public async Task A_request_is_a_span_and_a_duration_under_its_modules_name()
    {
        var (span, tags) = await ObserveAsync(() => Task.FromResult(1));

        Assert.Equal((nameof(Ask), ActivityStatusCode.Unset), (span.OperationName, span.Status));
        Assert.Equal(typeof(Ask).Assembly.GetName().Name, span.Source.Name);
        Assert.Equal((span.Source.Name, nameof(Ask), "ok"), (tags["module"], tags["request"], tags["outcome"]));
    }

    [Fact]
    public async Task A_failed_request_says_how_it_failed()
    {
        var (span, tags) = await ObserveAsync(() => throw new TimeoutException("too late"));

        Assert.Equal((ActivityStatusCode.Error, "too late"), (span.Status, span.StatusDescription));
        Assert.Equal(nameof(TimeoutException), tags["outcome"]);
    }

    private static async Task<(Activity Span, Dictionary<string, object?> Tags)> ObserveAsync(Func<Task<int>> handle)
    {
        await using var services = new ServiceCollection().AddMetrics().AddSingleton<RequestMetrics>().BuildServiceProvider();
        var metrics = services.GetRequiredService<RequestMetrics>();
        var spans = new List<Activity>();
        using var spanListener = new ActivityListener
        {
            ShouldListenTo = source => source.Name == typeof(Ask).Assembly.GetName().Name,
            Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllData,
            ActivityStopped = spans.Add,
        };
        ActivitySource.AddActivityListener(spanListener);

        var recorded = new Dictionary<string, object?>();
        using var meterListener = new MeterListener
        {
            InstrumentPublished = (instrument, listener) =>
            {
                if (ReferenceEquals(instrument, metrics.Duration))
                {
                    listener.EnableMeasurementEvents(instrument);
                }
            },
        };
        meterListener.SetMeasurementEventCallback<double>((_, seconds, tags, _) =>
        {
            Assert.InRange(seconds, 0, 60);
            foreach (var tag in tags)
            {
                recorded.Add(tag.Key, tag.Value);
            }
        });
        meterListener.Start();

        await Record.ExceptionAsync(() => new RequestTelemetry<Ask, int>(metrics).Handle(new Ask(), CancellationToken.None, () => handle()));
        return (Assert.Single(spans), recorded);
    }

    private sealed record Ask : IRequest<int>;
}
