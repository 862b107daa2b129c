using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using System.Security.Cryptography;
using SystemDesign.Tests.Load.Figures;
using SystemDesign.Tests.Load.Processes;
using SystemDesign.Tests.Load.Servers;

namespace SystemDesign.Tests.Load.Scenarios;

/// <summary>
/// A large file by tus, in PATCHes of 64 MiB, until it is a file: how fast, beside a lone writer that makes pieces of the same size durable, and how
/// much memory the server has at most above what it has at rest, when a first small upload is done.
/// </summary>
internal sealed class UploadScenario(int mebibytes) : IScenario
{
    private const int Mebibyte = 1024 * 1024;
    private const int Patch = 64;
    private const int Piece = 4;

    private static readonly TimeSpan Idleness = TimeSpan.FromSeconds(5);

    private static readonly TimeSpan BetweenLooks = TimeSpan.FromMilliseconds(10);

    public async Task<IReadOnlyList<Row>> RunAsync(PublishedHost host, TimeSpan length, CancellationToken cancellationToken)
    {
        var folder = host.NewDataFolder();
        await using var ours = await host.StartAsync(["--Data:Path", folder, "--Media:UnclaimedHours", "1"], cancellationToken);
        var user = await User.RegisterAsync(ours.Client, cancellationToken);
        var bytes = RandomNumberGenerator.GetBytes(Patch * Mebibyte);
        bytes[0] = 0;
        await user.LogInAsync(cancellationToken);
        await DeleteAsync(ours.Client, await UploadAsync(ours.Client, bytes, 1, cancellationToken), cancellationToken);

        var peaks = new List<double>();
        var rounds = await Rounds.RunAsync(
            () => Task.FromResult(Write(folder, bytes)),
            async () =>
            {
                await user.LogInAsync(cancellationToken);
                await Task.Delay(Idleness, cancellationToken);
                var (speed, peak) = await MeasureAsync(ours, bytes, cancellationToken);
                peaks.Add(peak);
                return speed;
            });
        var size = mebibytes.ToString(CultureInfo.InvariantCulture);
        return
        [
            new($"upload of {size} MiB: MiB/s, beside a lone writer of durable pieces", new(rounds[0]), new(rounds[1])),
            new($"upload of {size} MiB: most resident memory above rest, MiB", new([0]), new(peaks)),
        ];
    }

    private async Task<(double Speed, double Peak)> MeasureAsync(Server ours, byte[] bytes, CancellationToken cancellationToken)
    {
        var rest = ResidentMemory.Of(ours.Process);
        using var done = new CancellationTokenSource();
        var watching = WatchAsync(ours.Process, done.Token);
        var started = Stopwatch.GetTimestamp();
        var upload = await UploadAsync(ours.Client, bytes, mebibytes, cancellationToken);
        var elapsed = Stopwatch.GetElapsedTime(started);
        await done.CancelAsync();
        var peak = await watching;
        await DeleteAsync(ours.Client, upload, cancellationToken);
        return (mebibytes / elapsed.TotalSeconds, peak - rest);
    }

    private static async Task<double> WatchAsync(ChildProcess process, CancellationToken done)
    {
        var peak = ResidentMemory.Of(process);
        while (!done.IsCancellationRequested)
        {
            await Task.Delay(BetweenLooks, done).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            peak = Math.Max(peak, ResidentMemory.Of(process));
        }

        return peak;
    }

    private double Write(string folder, byte[] bytes)
    {
        var started = Stopwatch.GetTimestamp();
        for (var written = 0; written < mebibytes; written += Piece)
        {
            var path = Path.Combine(folder, "piece");
            using (var file = new FileStream(path, FileMode.Create, FileAccess.Write, FileShare.None, bufferSize: 0))
            {
                file.Write(bytes.AsSpan(0, Math.Min(Piece, mebibytes - written) * Mebibyte));
                file.Flush(flushToDisk: true);
            }

            File.Delete(path);
        }

        return mebibytes / Stopwatch.GetElapsedTime(started).TotalSeconds;
    }

    /// <returns>The upload's address.</returns>
    private static async Task<Uri> UploadAsync(HttpClient client, byte[] bytes, int mebibytes, CancellationToken cancellationToken)
    {
        var length = (long)mebibytes * Mebibyte;
        using var creation = Request(HttpMethod.Post, new("/api/media/uploads", UriKind.Relative), ("Upload-Length", length));
        using var created = await client.SendAsync(creation, cancellationToken);
        Require(created, HttpStatusCode.Created);
        for (var offset = 0L; offset < length; offset += bytes.Length)
        {
            using var patch = Request(HttpMethod.Patch, created.Headers.Location!, ("Upload-Offset", offset));
            patch.Content = new ReadOnlyMemoryContent(bytes.AsMemory(0, (int)Math.Min(bytes.Length, length - offset)));
            patch.Content.Headers.ContentType = new MediaTypeHeaderValue("application/offset+octet-stream");
            using var patched = await client.SendAsync(patch, cancellationToken);
            Require(patched, HttpStatusCode.NoContent);
        }

        return created.Headers.Location!;
    }

    private static async Task DeleteAsync(HttpClient client, Uri upload, CancellationToken cancellationToken)
    {
        using var deletion = Request(HttpMethod.Delete, upload);
        using var deleted = await client.SendAsync(deletion, cancellationToken);
        Require(deleted, HttpStatusCode.NoContent);
    }

    private static HttpRequestMessage Request(HttpMethod method, Uri path, params (string Name, long Value)[] headers)
    {
        var request = new HttpRequestMessage(method, path);
        request.Headers.Add("Tus-Resumable", "1.0.0");
        foreach (var (name, value) in headers)
        {
            request.Headers.Add(name, value.ToString(CultureInfo.InvariantCulture));
        }

        return request;
    }

    private static void Require(HttpResponseMessage response, HttpStatusCode expected)
    {
        if (response.StatusCode != expected)
        {
            throw new LoadException($"{response.RequestMessage!.Method} {response.RequestMessage.RequestUri} answered {(int)response.StatusCode}.");
        }
    }
}
