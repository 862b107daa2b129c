using System.Net;
using System.Net.Http.Json;
using SystemDesign.Tests.Integration.Support;

namespace SystemDesign.Tests.Integration.Stopping;

/// <summary>A body whose second half waits: a request that is in flight for as long as a test wants.</summary>
internal sealed class HeldBody : HttpContent
{
    private readonly TaskCompletionSource reached = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource released = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly byte[] body;

    private HeldBody(byte[] body)
    {
        this.body = body;
        Headers.ContentType = new("application/json");
    }

    public static async Task<HeldBody> OfAsync(object value) => new(await JsonContent.Create(value).ReadAsByteArrayAsync());

    /// <summary>Sends it, and comes back when the application has asked for the body.</summary>
    public async Task<Task<HttpResponseMessage>> SendAsync(HostProcess host, HttpClient signedIn)
    {
        // The body is sent when the server says that it reads it, and not before, however long that takes.
        var client = new HttpClient(new SocketsHttpHandler { Expect100ContinueTimeout = Timeout.InfiniteTimeSpan }) { BaseAddress = host.Address };
        client.DefaultRequestHeaders.Authorization = signedIn.DefaultRequestHeaders.Authorization;
        client.DefaultRequestHeaders.ExpectContinue = true;
        var answer = client.PostAsync("/api/url-shortener/links", this);
        await Task.WhenAny(reached.Task, answer);
        return answer;
    }

    public void Release() => released.TrySetResult();

    protected override async Task SerializeToStreamAsync(Stream stream, TransportContext? context)
    {
        var half = body.Length / 2;
        await stream.WriteAsync(body.AsMemory(..half));
        await stream.FlushAsync();
        reached.TrySetResult();
        await released.Task;
        await stream.WriteAsync(body.AsMemory(half..));
    }

    protected override bool TryComputeLength(out long length)
    {
        length = body.Length;
        return true;
    }
}
