using System.Net;
using System.Runtime.Versioning;
using SystemDesign.Tests.Integration.Support;
using SystemDesign.Tests.Integration.UrlShortener;

namespace SystemDesign.Tests.Integration.Balancing;

/// <summary>What clients see of instances that come and go behind nginx: nothing.</summary>
[UnsupportedOSPlatform("windows")]
[Trait("Notes", "B2-16")]
public sealed class BalancerTests
{
    /// <summary>Of each client: often enough to meet every moment of a stop, and leaves the processor to those that start.</summary>
    private static readonly TimeSpan BetweenRequests = TimeSpan.FromMilliseconds(10);

    [NginxFact]
    public async Task B2_16_An_instance_that_died_is_asked_twice_and_then_left_out()
    {
        const int Requests = 30;
        await using var cluster = await Cluster.StartAsync(leftOutFor: "1h");
        using var client = cluster.Client();
        var dead = cluster.Instances[1].Address.Authority;
        await cluster.Instances[1].KillAsync();

        var askedInVain = 0;
        for (var number = 0; number < Requests; number++)
        {
            using var response = await client.GetAsync("/health/ready");
            Assert.Equal(HttpStatusCode.OK, response.StatusCode);
            Assert.NotEqual(dead, response.AnsweredBy());
            askedInVain += response.Asked().Count(asked => asked == dead);
        }

        Assert.Equal(2, askedInVain);
    }

    [NginxFact]
    public async Task B2_16_Not_one_request_fails_while_each_instance_in_turn_is_stopped_and_started()
    {
        // Without notice, and with: it is for balancers that ask for readiness, which nginx does not.
        await using var cluster = await Cluster.StartAsync(leftOutFor: "1s", number => [$"--Stopping:NoticeSeconds={number}"]);
        using var owner = await cluster.Client().SignedInAsync();
        var followed = await owner.ShortenedAsync();
        using var end = new CancellationTokenSource();
        var (made, reads) = (0, 0);

        Task[] clients = [.. Enumerable.Range(0, 2).Select(_ => ReadAsync()), .. Enumerable.Range(0, 2).Select(_ => MakeAsync())];
        var failed = Task.WhenAny(clients);
        for (var number = 0; number < cluster.Instances.Count && !failed.IsCompleted; number++)
        {
            await cluster.Instances[number].TerminateAsync();
            Assert.Equal(0, (await cluster.Instances[number].EndAsync()).ExitCode);
            await cluster.RestartAsync(number);
        }

        await end.CancelAsync();
        await Task.WhenAll(clients);
        Assert.True(reads > 0 && made > 0);
        Assert.Equal(made + 1, await CountAsync(owner));

        async Task ReadAsync()
        {
            using var visitor = cluster.Client();
            using var pace = new PeriodicTimer(BetweenRequests);
            while (!end.IsCancellationRequested)
            {
                await visitor.FollowAsync(followed);
                Interlocked.Increment(ref reads);
                await pace.WaitForNextTickAsync();
            }
        }

        async Task MakeAsync()
        {
            using var pace = new PeriodicTimer(BetweenRequests);
            while (!end.IsCancellationRequested)
            {
                using var created = await owner.ShortenUnderAsync($"\"{Guid.NewGuid()}\"", "https://example.org/");
                Assert.True(created.StatusCode is HttpStatusCode.Created, $"{(int)created.StatusCode}: {await created.Content.ReadAsStringAsync()}");
                Interlocked.Increment(ref made);
                await pace.WaitForNextTickAsync();
            }
        }
    }

    private static async Task<int> CountAsync(HttpClient client)
    {
        var (count, next) = (0, default(string));
        do
        {
            using var response = await client.GetAsync($"{LinkSteps.Links}?limit=100&cursor={next}");
            var page = await response.ReadAsync<PageBody<LinkBody>>();
            count += page.Items.Length;
            next = page.Next;
        }
        while (next is not null);
        return count;
    }
}
