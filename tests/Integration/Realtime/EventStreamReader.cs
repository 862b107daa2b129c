using System.Net;
using SystemDesign.Tests.Integration.Support;

namespace SystemDesign.Tests.Integration.Realtime;

/// <summary>A client's event stream.</summary>
internal sealed class EventStreamReader : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(5);

    private readonly HttpClient client;
    private readonly HttpResponseMessage response;
    private readonly StreamReader lines;

    private EventStreamReader(HttpClient client, HttpResponseMessage response, Stream stream)
    {
        this.client = client;
        this.response = response;
        lines = new(stream);
    }

    public HttpResponseMessage Response => response;

    public static async Task<EventStreamReader> OpenAsync(App app, string token, string query = "", string? lastEventId = null)
    {
        var client = app.Anonymous().Bearing(token);
        using var request = new HttpRequestMessage(HttpMethod.Get, $"/api/notes/stream{query}");
        if (lastEventId is not null)
        {
            request.Headers.Add("Last-Event-ID", lastEventId);
        }

        var response = await client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead);
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        return new(client, response, await response.Content.ReadAsStreamAsync());
    }

    /// <summary>The next line as it is; nothing at the end.</summary>
    public async Task<string?> LineAsync()
    {
        using var patience = new CancellationTokenSource(Patience);
        return await lines.ReadLineAsync(patience.Token);
    }

    /// <summary>The lines until the next empty one.</summary>
    public async Task<IReadOnlyList<string>> BlockAsync()
    {
        List<string> block = [];
        while (await LineAsync() is { Length: > 0 } line)
        {
            block.Add(line);
        }

        return block;
    }

    public void Dispose()
    {
        lines.Dispose();
        response.Dispose();
        client.Dispose();
    }
}
