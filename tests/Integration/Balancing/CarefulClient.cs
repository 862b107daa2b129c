using System.Collections.Concurrent;
using System.Net;

namespace SystemDesign.Tests.Integration.Balancing;

/// <summary>
/// Sends again what got no answer, or one of nginx's own, if that can do no harm: under the same <c>Idempotency-Key</c>, or where the
/// method says so. Remembers who answered.
/// </summary>
internal sealed class CarefulClient : DelegatingHandler
{
    private const int Tries = 5;

    private readonly ConcurrentQueue<string> answeredBy = new();

    public IReadOnlyList<string> AnsweredBy => [.. answeredBy];

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var harmless = request.Headers.Contains("Idempotency-Key") || (request.Method != HttpMethod.Post && request.Method != HttpMethod.Patch);
        for (var tries = 1; ; tries++)
        {
            try
            {
                var response = await base.SendAsync(request, cancellationToken);

                // An instance may die amid an answer as well.
                await response.Content.LoadIntoBufferAsync(cancellationToken);
                if (!harmless || tries == Tries || response.StatusCode is not (HttpStatusCode.BadGateway or HttpStatusCode.GatewayTimeout))
                {
                    answeredBy.Enqueue(response.AnsweredBy());
                    return response;
                }

                response.Dispose();
            }
            catch (HttpRequestException) when (harmless && tries < Tries)
            {
                // Nobody knows what became of it.
            }
        }
    }
}
