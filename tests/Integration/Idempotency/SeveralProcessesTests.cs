using System.Collections.Concurrent;
using System.Data.Common;
using System.Net;
using Microsoft.Data.Sqlite;
using Npgsql;
using SystemDesign.Tests.Integration.Support;

namespace SystemDesign.Tests.Integration.Idempotency;

/// <summary>Keys outlive the process that first saw them, and mean the same in every other.</summary>
public sealed class SeveralProcessesTests
{
    [Fact]
    public async Task What_is_sent_again_after_the_process_was_killed_has_happened_once_whether_it_was_answered_or_not()
    {
        const int Requests = 400;
        const int KillAfter = 100;
        await using var data = MigratedData.Copy();
        await using var host = HostProcess.Start([.. data.Arguments, "--RateLimiting:Enabled=false"]);
        await host.WaitUntilReadyAsync();
        var tokens = await host.Client().TokensAsync(await host.Client().RegisteredAsync());
        using var client = host.Client().Bearing(tokens.AccessToken);
        var answered = new ConcurrentDictionary<int, string>();
        var (enough, killed) = (new TaskCompletionSource(), new TaskCompletionSource());

        var creating = Parallel.ForEachAsync(Enumerable.Range(0, Requests), new ParallelOptions { MaxDegreeOfParallelism = 32 }, async (number, _) =>
        {
            // The last of them come too late, however late the kill comes.
            await (number < Requests - 50 ? Task.CompletedTask : killed.Task);
            try
            {
                using var response = await ShortenAsync(client, number);
                answered[number] = await response.Content.ReadAsStringAsync(CancellationToken.None);
                if (answered.Count >= KillAfter)
                {
                    enough.TrySetResult();
                }
            }
            catch (Exception exception) when (exception is HttpRequestException or IOException)
            {
                // Nobody knows whether it happened, which is what keys are for.
            }
        });
        await enough.Task;
        await host.KillAsync();
        killed.SetResult();
        await creating;
        Assert.InRange(answered.Count, KillAfter, Requests - 1);

        await using var restarted = HostProcess.Start([.. data.Arguments, "--RateLimiting:Enabled=false"]);
        await restarted.WaitUntilReadyAsync();
        using var again = restarted.Client().Bearing(tokens.AccessToken);
        for (var number = 0; number < Requests; number++)
        {
            using var response = await ShortenAsync(again, number);
            var body = await response.Content.ReadAsStringAsync();
            Assert.True(response.StatusCode is HttpStatusCode.Created, body);
            if (answered.TryGetValue(number, out var first))
            {
                Assert.Equal(first, body);
            }
        }

        Assert.Equal(Requests, await CountLinksAsync(data));
    }

    [DistributedFact]
    public async Task Of_60_at_once_at_three_instances_under_one_key_one_has_an_effect_and_all_have_its_answer()
    {
        await using var data = MigratedData.Copy();
        await using var instances = await HostProcesses.StartAsync(3, [.. data.Arguments, "--RateLimiting:Enabled=false"]);
        var tokens = await instances[0].Client().TokensAsync(await instances[0].Client().RegisteredAsync());

        var responses = await Task.WhenAll(Enumerable.Range(0, 60).Select(number =>
            ShortenInTheEndAsync(instances[number % 3].Client().Bearing(tokens.AccessToken))));

        Assert.All(responses, response => Assert.Equal(HttpStatusCode.Created, response.StatusCode));
        Assert.Equal(59, responses.Count(response => response.Headers.Contains("Idempotent-Replayed")));
        Assert.Equal(1, await CountLinksAsync(data));
    }

    /// <summary>Every other one with an alias, which a second attempt would find taken.</summary>
    private static Task<HttpResponseMessage> ShortenAsync(HttpClient client, int number) =>
        client.ShortenUnderAsync($"\"key-{number}\"", $"https://example.org/{number}", number % 2 == 0 ? $"alias-{number}" : null);

    /// <summary>Time is real here: on a machine with much else to do the first may take more than 5 seconds.</summary>
    private static async Task<HttpResponseMessage> ShortenInTheEndAsync(HttpClient client)
    {
        while (true)
        {
            var response = await client.ShortenUnderAsync("raced", "https://example.org/", "one-alias");
            if (response.StatusCode is not HttpStatusCode.Conflict || (await response.ProblemAsync()).Code != "idempotency-key-in-use")
            {
                return response;
            }
        }
    }

    private static async Task<long> CountLinksAsync(HostData data)
    {
        await using DbConnection connection = data.Settings.TryGetValue("Persistence:ConnectionString", out var server)
            ? new NpgsqlConnection(server)
            : new SqliteConnection($"Data Source={Path.Combine(data.Settings["Data:Path"], "url_shortener.db")};Mode=ReadOnly;Pooling=False");
        await connection.OpenAsync();
        await using var command = connection.CreateCommand();
        command.CommandText = connection is NpgsqlConnection ? "SELECT count(*) FROM url_shortener.links" : "SELECT count(*) FROM links";
        return (long)(await command.ExecuteScalarAsync())!;
    }
}
