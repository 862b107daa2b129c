using System.Diagnostics;

namespace SystemDesign.Tests.Integration.Support.Otlp;

/// <summary>Requests in a trace that the test begins, by which it knows its own again among those of others.</summary>
internal static class Traced
{
    public const string CallerId = "00f067aa0ba902b7";

    /// <returns>The trace's id.</returns>
    public static async Task<string> SendAsync(
        this HttpClient client, HttpMethod method, string address, HttpContent? body = null, bool recorded = true)
    {
        var trace = ActivityTraceId.CreateRandom().ToHexString();
        using var request = new HttpRequestMessage(method, address) { Content = body };
        request.Headers.Add("traceparent", $"00-{trace}-{CallerId}-0{(recorded ? 1 : 0)}");
        using var response = await client.SendAsync(request);
        return trace;
    }
}
