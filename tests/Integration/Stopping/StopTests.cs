using System.Net;
using System.Text.Json;
using SystemDesign.Tests.Integration.Support;
using SystemDesign.Tests.Integration.UrlShortener;

namespace SystemDesign.Tests.Integration.Stopping;

/// <summary>A process that is told to stop leaves in order, and in time.</summary>
[Trait("Notes", "B2-15")]
public sealed class StopTests
{
    /// <summary>What is promised, however long clients or databases take.</summary>
    private static readonly TimeSpan Promise = TimeSpan.FromSeconds(10);

    private static readonly IReadOnlyList<string> Grave =
    [
        "\"LogLevel\":\"Error\"", "\"LogLevel\":\"Critical\"", "\"LogLevel\":\"Warning\",\"Category\":\"SystemDesign.Platform.Stopping.",
    ];

    [UnixFact]
    [Trait("Notes", "B2-16")]
    public async Task Readiness_turns_first_while_requests_in_flight_and_new_ones_are_served()
    {
        await using var data = MigratedData.Copy();
        await using var host = HostProcess.Start([.. data.Arguments, "--Stopping:NoticeSeconds=5"]);
        await host.WaitUntilReadyAsync();
        using var client = await WarmAsync(host);
        using var body = await HeldBody.OfAsync(new { url = "https://example.org/held" });
        var answer = await body.SendAsync(host, client);

        await host.TerminateAsync();
        var failed = await NotReadyAsync(client);
        var (aliveOrNot, createdOrNot) = (client.GetAsync("/health/live"), client.ShortenAsync("https://example.org/late"));
        using var live = await aliveOrNot;
        using var created = await createdOrNot;
        body.Release();
        using var held = await answer;
        var (exitCode, output, errors) = await host.EndAsync();

        Assert.Equal(("instance", "This instance is stopping: send requests to another."), failed);
        Assert.Equal(
            (HttpStatusCode.OK, HttpStatusCode.Created, HttpStatusCode.Created), (live.StatusCode, created.StatusCode, held.StatusCode));
        Assert.True(created.Headers.ConnectionClose);
        Assert.Equal((0, string.Empty), (exitCode, errors));
        Assert.Equal(string.Empty, string.Join('\n', Complaints(output)));
    }

    [UnixFact]
    public async Task Every_visit_that_was_answered_up_to_the_end_is_counted()
    {
        await using var data = MigratedData.Copy();
        await using var host = HostProcess.Start([.. data.Arguments, "--RateLimiting:Enabled=false"]);
        await host.WaitUntilReadyAsync();
        using var owner = await host.Client().SignedInAsync();
        var code = await owner.ShortenedAsync();
        var enough = new TaskCompletionSource();
        var (sent, answered) = (0, 0);

        var visiting = Task.WhenAll(Enumerable.Range(0, 4).Select(_ => VisitUntilItIsGoneAsync()));
        await enough.Task;
        var signalled = DateTimeOffset.UtcNow;
        await host.TerminateAsync();
        await visiting;
        var (exitCode, _, errors) = await host.EndAsync();

        Assert.Equal((0, string.Empty), (exitCode, errors));
        Assert.InRange(host.EndedAt, signalled, signalled + Promise);
        await using var restarted = HostProcess.Start(data.Arguments);
        await restarted.WaitUntilReadyAsync();
        using var again = restarted.Client();
        again.DefaultRequestHeaders.Authorization = owner.DefaultRequestHeaders.Authorization;
        Assert.InRange((await again.StatsAsync(code)).Total.Visits, answered, sent);

        async Task VisitUntilItIsGoneAsync()
        {
            using var visitor = host.Client();
            while (true)
            {
                Interlocked.Increment(ref sent);
                try
                {
                    await visitor.FollowAsync(code);
                }
                catch (Exception exception) when (exception is HttpRequestException or IOException)
                {
                    return;
                }

                if (Interlocked.Increment(ref answered) == 200)
                {
                    enough.TrySetResult();
                }
            }
        }
    }

    [UnixFact]
    public async Task A_request_that_does_not_end_is_cut_and_said_and_the_process_ends_well()
    {
        await using var data = MigratedData.Copy();
        await using var host = HostProcess.Start(data.Arguments);
        await host.WaitUntilReadyAsync();
        using var request = await HalfRequest.SendAsync(host);

        var signalled = DateTimeOffset.UtcNow;
        await host.TerminateAsync();
        var (exitCode, output, errors) = await host.EndAsync();

        Assert.Equal((0, string.Empty), (exitCode, errors));
        Assert.InRange(host.EndedAt, signalled, signalled + Promise);
        var line = OnlyComplaint(output);
        Assert.Contains("Requests that had not ended 6 s after the signal to stop were cut", line, StringComparison.Ordinal);
        Assert.DoesNotContain("Exception", line, StringComparison.Ordinal);
    }

    [UnixFact]
    public async Task A_second_signal_changes_nothing()
    {
        await using var data = MigratedData.Copy();
        await using var host = HostProcess.Start([.. data.Arguments, "--Stopping:NoticeSeconds=5"]);
        await host.WaitUntilReadyAsync();
        using var client = await WarmAsync(host);

        await host.InterruptAsync();
        await NotReadyAsync(client);
        await host.InterruptAsync();
        using var created = await client.ShortenAsync("https://example.org/late");
        var (exitCode, _, errors) = await host.EndAsync();

        Assert.Equal(HttpStatusCode.Created, created.StatusCode);
        Assert.Equal((0, string.Empty), (exitCode, errors));
    }

    [DistributedFact]
    public async Task A_request_that_waits_for_the_database_is_cut_with_the_same_one_line()
    {
        await using var data = MigratedData.Copy();
        await using var host = HostProcess.Start(data.Arguments);
        await host.WaitUntilReadyAsync();
        using var client = await host.Client().SignedInAsync();
        await using var table = await LockedTable.LockAsync(data, "url_shortener.links");
        var waiting = client.ShortenAsync("https://example.org/");
        await data.UntilAnyAsync("pg_locks", "NOT granted AND database = (SELECT oid FROM pg_database WHERE datname = current_database())");

        var signalled = DateTimeOffset.UtcNow;
        await host.TerminateAsync();
        var (exitCode, output, errors) = await host.EndAsync();

        await Assert.ThrowsAsync<HttpRequestException>(() => waiting);
        Assert.Equal((0, string.Empty), (exitCode, errors));
        Assert.InRange(host.EndedAt, signalled, signalled + Promise);
        var line = OnlyComplaint(output);
        Assert.Contains("were cut", line, StringComparison.Ordinal);
        Assert.DoesNotContain("Exception", line, StringComparison.Ordinal);
    }

    [DistributedFact]
    public async Task What_was_gathered_is_written_also_after_requests_had_to_be_cut()
    {
        await using var data = MigratedData.Copy();
        await using var host = HostProcess.Start(data.Arguments);
        await host.WaitUntilReadyAsync();
        using var owner = await host.Client().SignedInAsync();
        var code = await owner.ShortenedAsync();
        await using var table = await LockedTable.LockAsync(data, "url_shortener.visit_batches");
        await owner.FollowAsync(code);
        using var request = await HalfRequest.SendAsync(host);

        // Requests are cut six seconds after the signal, and two later the time of the background is over.
        await host.TerminateAsync();
        await table.ReleaseAfterAsync(TimeSpan.FromSeconds(6.5));
        await request.CutAsync();
        var (exitCode, output, errors) = await host.EndAsync();

        Assert.Equal((0, string.Empty), (exitCode, errors));
        Assert.Contains("were cut", output, StringComparison.Ordinal);
        Assert.Equal(1, await data.CountAsync("url_shortener.visit_batches", "true"));
    }

    [DistributedFact]
    public async Task Work_that_cannot_be_finished_is_given_up_in_time_and_said()
    {
        await using var data = MigratedData.Copy();
        await using var host = HostProcess.Start(data.Arguments);
        await host.WaitUntilReadyAsync();
        using var owner = await host.Client().SignedInAsync();
        var code = await owner.ShortenedAsync();
        await using var table = await LockedTable.LockAsync(data, "url_shortener.visit_batches");
        await owner.FollowAsync(code);

        var signalled = DateTimeOffset.UtcNow;
        await host.TerminateAsync();
        var (exitCode, output, errors) = await host.EndAsync();

        Assert.Equal((0, string.Empty), (exitCode, errors));
        Assert.InRange(host.EndedAt, signalled, signalled + Promise);
        var line = Assert.Single(output.Split('\n'), line => line.Contains("\"LogLevel\":\"Error\"", StringComparison.Ordinal));
        Assert.Contains("Background work url-shortener.visits had not finished", line, StringComparison.Ordinal);
    }

    /// <summary>What is asked for within a notice of five seconds was compiled before, however busy the machine is.</summary>
    private static async Task<HttpClient> WarmAsync(HostProcess host)
    {
        var client = await host.Client().SignedInAsync();
        using var live = await client.GetAsync("/health/live");
        using var created = await client.ShortenAsync("https://example.org/early");
        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.Created), (live.StatusCode, created.StatusCode));
        return client;
    }

    /// <summary>Errors, and what the stop itself warns of: others' warnings tell of a busy machine, such as that Redis or the server's heartbeat is late.</summary>
    private static IEnumerable<string> Complaints(string output) => output.Split('\n', StringSplitOptions.RemoveEmptyEntries)
        .Where(line => Grave.Any(said => line.Contains(said, StringComparison.Ordinal)));

    private static string OnlyComplaint(string output)
    {
        var lines = Complaints(output).ToList();
        Assert.True(lines.Count == 1, string.Join('\n', lines.Prepend($"Not one line but {lines.Count}:")));
        return lines[0];
    }

    /// <returns>The check that says so, and why.</returns>
    private static async Task<(string? Name, string? Reason)> NotReadyAsync(HttpClient client)
    {
        while (true)
        {
            using var response = await client.GetAsync("/health/ready");
            if (response.StatusCode is HttpStatusCode.ServiceUnavailable)
            {
                using var report = JsonDocument.Parse(await response.Content.ReadAsStringAsync());

                // On a busy machine a server may answer late beside: that degrades, and keeps nobody away.
                var failed = Assert.Single(report.RootElement.GetProperty("checks").EnumerateArray(), check => check.GetProperty("status").GetString() is "unhealthy");
                return (failed.GetProperty("name").GetString(), failed.GetProperty("reason").GetString());
            }
        }
    }
}
