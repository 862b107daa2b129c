using System.Diagnostics;
using System.Net;
using System.Net.Http.Headers;
using SystemDesign.Tests.Load.Servers;

namespace SystemDesign.Tests.Load.Scenarios;

/// <summary>One tweet on its way.</summary>
/// <param name="Seconds">From the answer until every follower has it.</param>
/// <param name="P99">Of the tweets that somebody else posted meanwhile, one after another; in milliseconds.</param>
internal sealed record FanOut(double Seconds, double P99)
{
    private const string Post = "/api/twitter/tweet";

    private static readonly TimeSpan BetweenLooks = TimeSpan.FromMilliseconds(5);

    public static async Task<FanOut> MeasureAsync(Server server, string folder, CancellationToken cancellationToken)
    {
        var famous = await User.Seeded(server.Client, 1).LogInAsync(cancellationToken);
        var other = await User.Seeded(server.Client, 150).LogInAsync(cancellationToken);
        using var ended = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        await PostAsync(server, famous, cancellationToken);
        var started = Stopwatch.GetTimestamp();
        var others = Task.Run(() => PostUntilAsync(server, other, ended.Token), cancellationToken);
        using var look = new PeriodicTimer(BetweenLooks);
        while (await FeedsOnDisk.IsOnWayAsync(folder, 1, cancellationToken))
        {
            await look.WaitForNextTickAsync(cancellationToken);
        }

        var seconds = Stopwatch.GetElapsedTime(started).TotalSeconds;
        await ended.CancelAsync();
        var times = await others;
        times.Sort();
        return new(seconds, times.Count == 0 ? 0 : times[times.Count * 99 / 100]);
    }

    private static async Task<List<double>> PostUntilAsync(Server server, string token, CancellationToken cancellationToken)
    {
        var times = new List<double>();
        while (!cancellationToken.IsCancellationRequested)
        {
            var before = Stopwatch.GetTimestamp();
            await PostAsync(server, token, CancellationToken.None);
            times.Add(Stopwatch.GetElapsedTime(before).TotalMilliseconds);
        }

        return times;
    }

    private static async Task PostAsync(Server server, string token, CancellationToken cancellationToken)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(Post, UriKind.Relative)) { Content = JsonContent.Create(new { text = "To all of you" }) };
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
        using var answer = await server.Client.SendAsync(request, cancellationToken);
        if (answer.StatusCode is not HttpStatusCode.Created)
        {
            throw new LoadException($"POST {Post} answered {(int)answer.StatusCode}: {await answer.Content.ReadAsStringAsync(cancellationToken)}");
        }
    }
}
