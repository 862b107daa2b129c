using SystemDesign.Tests.Integration.Support.Otlp;

namespace SystemDesign.Tests.Integration.Observability;

[Trait("Notes", "B2-23")]
public sealed class SamplingTests
{
    [Fact]
    public async Task A_trace_follows_whoever_began_it_and_the_ratio_is_for_those_that_begin_here()
    {
        await using var observed = await ObservedHost.StartAsync("--Telemetry:SamplingRatio=0");
        using var client = observed.Client();
        using var stranger = new HttpClient(new SocketsHttpHandler { ActivityHeadersPropagator = null }) { BaseAddress = observed.Address };

        using (await stranger.GetAsync("/s/begun-here"))
        {
            // Without a trace of its own.
        }

        var dropped = await client.SendAsync(HttpMethod.Get, "/s/dropped", recorded: false);
        var kept = await client.SendAsync(HttpMethod.Get, "/s/kept");
        await observed.Collector.Spans.FirstAsync(span => span.TraceId == kept && span.Kind == ReceivedSpan.Server);

        Assert.DoesNotContain(observed.Collector.Spans.All, span => span.TraceId == dropped);
        Assert.DoesNotContain(observed.Collector.Spans.All, span => span.Attributes.GetValueOrDefault("url.path") == "/s/begun-here");
    }
}
