using System.Collections.Concurrent;
using System.Net;
using SystemDesign.Tests.Integration.Support;

namespace SystemDesign.Tests.Integration.Startup;

public sealed class ProcessTests
{
    [UnixFact]
    public async Task Says_where_swagger_is()
    {
        await using var data = new HostData();
        await using var host = HostProcess.Start(data.Arguments);
        await host.WaitUntilReadyAsync();

        // Not killed: what it says is written by another thread, which may be behind.
        await host.TerminateAsync();

        var (_, output, _) = await host.EndAsync();

        Assert.Contains($"{host.Address}swagger", output, StringComparison.Ordinal);
        Assert.All(output.Split('\n', StringSplitOptions.RemoveEmptyEntries), line => Assert.StartsWith("{\"Timestamp\":", line, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Started_from_anywhere_it_has_its_own_settings()
    {
        await using var data = new HostData();
        await using var host = HostProcess.StartIn("/", data.Arguments);
        await host.WaitUntilReadyAsync();
        using var client = host.Client();
        await client.GetStringAsync("/health/live");
        await host.KillAsync();

        var (_, output, _) = await host.EndAsync();

        Assert.DoesNotContain("Request starting", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_health_verb_tells_an_instance_that_is_ready_from_none()
    {
        await using var data = new HostData();
        await using var host = HostProcess.Start(data.Arguments);
        await host.WaitUntilReadyAsync();

        var (ready, report) = await ProbeAsync(host);
        await host.KillAsync();
        await using var secondProbe = HostProcess.StartAt(host.Address, "health");
        var (gone, _, _) = await secondProbe.EndAsync();

        Assert.Equal((0, 1), (ready, gone));
        Assert.Contains("\"healthy\"", report, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Migrate_prepares_the_data_and_ends()
    {
        await using var data = new HostData();
        await using var migration = HostProcess.Start([.. data.Arguments, "--migrate"]);

        var (exitCode, output, errors) = await migration.EndAsync();

        Assert.True(exitCode == 0, errors);
        Assert.Matches("Database url_shortener: [1-9][0-9]* migrations applied", output);
        Assert.DoesNotContain("Now listening", output, StringComparison.Ordinal);
        Assert.DoesNotContain(data.Files(), file => file.EndsWith("-wal", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_killed_process_loses_nothing_that_it_acknowledged_and_leaves_nothing_in_the_way()
    {
        const int Creates = 1_000;
        const int KillAfter = 500;
        await using var data = new HostData();
        await using var host = HostProcess.Start([.. data.Arguments, "--RateLimiting:Enabled=false"]);
        await host.WaitUntilReadyAsync();
        using var client = await host.Client().SignedInAsync();
        var acknowledged = new ConcurrentBag<LinkBody>();
        var (enough, killed) = (new TaskCompletionSource(), new TaskCompletionSource());

        var creating = Parallel.ForEachAsync(Enumerable.Range(0, Creates), new ParallelOptions { MaxDegreeOfParallelism = 16 }, async (number, _) =>
        {
            // The last of them come too late, however late the kill comes.
            await (number < Creates - 50 ? Task.CompletedTask : killed.Task);
            try
            {
                using var response = await client.ShortenAsync($"https://example.org/{number}");
                acknowledged.Add(await response.ReadAsync<LinkBody>());
                if (acknowledged.Count >= KillAfter)
                {
                    enough.TrySetResult();
                }
            }
            catch (Exception exception) when (exception is HttpRequestException or IOException)
            {
                // Not acknowledged, so nothing was promised.
            }
        });
        await enough.Task;
        await host.KillAsync();
        killed.SetResult();
        await creating;

        Assert.InRange(acknowledged.Count, KillAfter, Creates - 1);
        await using var restarted = HostProcess.Start(data.Arguments);
        await restarted.WaitUntilReadyAsync();
        using var visitor = restarted.Client();
        foreach (var link in acknowledged)
        {
            using var response = await visitor.GetAsync($"/s/{link.Code}");
            Assert.Equal((HttpStatusCode.Found, link.Url), (response.StatusCode, response.Headers.Location?.OriginalString));
        }
    }

    /// <summary>It has five seconds, which on a busy machine may be too few.</summary>
    private static async Task<(int ExitCode, string Report)> ProbeAsync(HostProcess host)
    {
        const int Most = 10;
        for (var attempt = 1; ; attempt++)
        {
            await using var probe = HostProcess.StartAt(host.Address, "health");
            var (exitCode, report, _) = await probe.EndAsync();
            if (exitCode == 0 || attempt == Most || !report.Contains("does not answer", StringComparison.Ordinal))
            {
                return (exitCode, report);
            }
        }
    }
}
