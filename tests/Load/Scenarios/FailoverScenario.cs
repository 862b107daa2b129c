using System.Collections.Concurrent;
using System.Diagnostics;
using System.Net;
using SystemDesign.Tests.Load.Figures;
using SystemDesign.Tests.Load.Processes;
using SystemDesign.Tests.Load.Servers;

namespace SystemDesign.Tests.Load.Scenarios;

/// <summary>
/// Two instances behind nginx under load, of which one is killed (SIGKILL): how many requests fail, of those that were sent
/// from then on and those that were on their way, and for how long there are any. Beside it one that is asked to stop (SIGTERM).
/// Clients here try nothing again.
/// </summary>
internal sealed class FailoverScenario(ProductServers servers) : IScenario
{
    private const int Clients = 16;

    /// <summary>For the code to be warm, and for what comes after the end of an instance.</summary>
    private static readonly TimeSpan Before = TimeSpan.FromSeconds(6);
    private static readonly TimeSpan After = TimeSpan.FromSeconds(15);

    private static readonly IReadOnlyList<string> Kinds = ["redirects", "creations", "creations under a key"];

    public async Task<IReadOnlyList<Row>> RunAsync(PublishedHost host, TimeSpan length, CancellationToken cancellationToken)
    {
        var rounds = await Rounds.RunAsync(
            () => MeasureAsync(host, instance => instance.Process.StopAsync(), cancellationToken),
            () => MeasureAsync(host, instance => instance.Process.KillAsync(cancellationToken), cancellationToken));
        return
        [
            .. Kinds.SelectMany(kind => new[]
            {
                Compare($"{kind} that failed", end => end.Failures.Count(failure => failure.Kind == kind)),
                Compare($"{kind} sent, per second", end => end.Sent.Count(sent => sent == kind) / After.TotalSeconds),
            }),
            Compare("seconds from its end to the last failure", end => end.Failures.Select(failure => failure.After.TotalSeconds).DefaultIfEmpty(0).Max()),
            Compare("longest answer, ms", end => end.Longest.TotalMilliseconds),
        ];

        Row Compare(string measure, Func<End, double> value) =>
            new($"one of two is killed, beside one that is stopped: {measure}", new(rounds[0].Select(value)), new(rounds[1].Select(value)));
    }

    private async Task<End> MeasureAsync(PublishedHost host, Func<Server, Task> endAsync, CancellationToken cancellationToken)
    {
        using var temporary = new TemporaryFolder();
        await using var two = await Deployment.OnServersAsync(host, servers, 2, cancellationToken);
        await using var balancer = await Balancer.StartAsync(temporary, two.Instances, cancellationToken);
        var user = await User.RegisterAsync(balancer.Client, cancellationToken);
        await user.LogInAsync(cancellationToken);
        var link = await user.ShortenAsync(cancellationToken);

        var end = new End();
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var clients = Enumerable.Range(0, Clients).Select(_ => Task.Run(() => AskAsync(balancer.Client, link, end, stop.Token), cancellationToken)).ToList();
        await Task.Delay(Before, cancellationToken);
        end.Begin();
        await endAsync(two.Instances[0]);
        await Task.Delay(After, cancellationToken);
        await stop.CancelAsync();
        await Task.WhenAll(clients);
        return end;
    }

    private static async Task AskAsync(HttpClient client, string link, End end, CancellationToken stop)
    {
        while (!stop.IsCancellationRequested)
        {
            await SendAsync(client, () => new(HttpMethod.Get, new Uri(link, UriKind.Relative)), HttpStatusCode.Found, Kinds[0], end);
            await SendAsync(client, () => Creation(key: null), HttpStatusCode.Created, Kinds[1], end);
            await SendAsync(client, () => Creation($"{Guid.CreateVersion7()}"), HttpStatusCode.Created, Kinds[2], end);
        }
    }

    private static HttpRequestMessage Creation(string? key)
    {
        var request = new HttpRequestMessage(HttpMethod.Post, new Uri(User.Links, UriKind.Relative)) { Content = JsonContent.Create(new { Url = User.Target }) };
        if (key is not null)
        {
            request.Headers.Add("Idempotency-Key", key);
        }

        return request;
    }

    private static async Task SendAsync(HttpClient client, Func<HttpRequestMessage> make, HttpStatusCode expected, string kind, End end)
    {
        var started = Stopwatch.GetTimestamp();
        bool isGood;
        try
        {
            using var request = make();
            using var answer = await client.SendAsync(request, CancellationToken.None);
            isGood = answer.StatusCode == expected;
        }
        catch (Exception exception) when (exception is HttpRequestException or OperationCanceledException)
        {
            isGood = false;
        }

        end.Note(kind, isGood, started);
    }

    /// <summary>What was answered since an instance began to end.</summary>
    private sealed class End
    {
        private long began = long.MaxValue;
        private long longest;

        public ConcurrentBag<string> Sent { get; } = [];

        public ConcurrentBag<(string Kind, TimeSpan After)> Failures { get; } = [];

        public TimeSpan Longest => Stopwatch.GetElapsedTime(0, Interlocked.Read(ref longest));

        public void Begin() => Interlocked.Exchange(ref began, Stopwatch.GetTimestamp());

        public void Note(string kind, bool isGood, long started)
        {
            var (since, now) = (Interlocked.Read(ref began), Stopwatch.GetTimestamp());
            if (now < since)
            {
                return;
            }

            Sent.Add(kind);
            InterlockedMaximum(now - started);
            if (!isGood)
            {
                Failures.Add((kind, Stopwatch.GetElapsedTime(since, now)));
            }
        }

        private void InterlockedMaximum(long ticks)
        {
            var known = Interlocked.Read(ref longest);
            while (ticks > known)
            {
                known = Interlocked.CompareExchange(ref longest, ticks, known) is var found && found == known ? ticks : found;
            }
        }
    }
}
