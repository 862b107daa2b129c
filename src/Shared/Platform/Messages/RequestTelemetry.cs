using System.Diagnostics;
using MediatR;

namespace SystemDesign.Platform.Messages;

/// <summary>A span and a duration for every request, under the name of its module.</summary>
internal sealed class RequestTelemetry<TRequest, TResponse>(RequestMetrics metrics) : IPipelineBehavior<TRequest, TResponse>
    where TRequest : IRequest<TResponse>
{
    private static readonly string Module = typeof(TRequest).Assembly.GetName().Name!;
    private static readonly ActivitySource Source = new(Module);

    public async Task<TResponse> Handle(TRequest request, CancellationToken cancellationToken, RequestHandlerDelegate<TResponse> next)
    {
        using var activity = Source.StartActivity(typeof(TRequest).Name);
        var started = Stopwatch.GetTimestamp();
        try
        {
            var response = await next();
            Record(started, "ok");
            return response;
        }
        catch (Exception exception)
        {
            activity?.SetStatus(ActivityStatusCode.Error, exception.Message);
            Record(started, exception.GetType().Name);
            throw;
        }
    }

    private void Record(long started, string outcome)
    {
        if (metrics.Duration.Enabled)
        {
            metrics.Duration.Record(
                Stopwatch.GetElapsedTime(started).TotalSeconds,
                new KeyValuePair<string, object?>("module", Module),
                new KeyValuePair<string, object?>("request", typeof(TRequest).Name),
                new KeyValuePair<string, object?>("outcome", outcome));
        }
    }
}
