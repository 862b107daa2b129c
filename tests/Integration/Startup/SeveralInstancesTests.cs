using System.Net;
using Npgsql;
using SystemDesign.Tests.Integration.Stopping;
using SystemDesign.Tests.Integration.Support;

namespace SystemDesign.Tests.Integration.Startup;

public sealed class SeveralInstancesTests
{
    [DistributedFact]
    public async Task B2_15_Instances_that_start_at_once_on_an_empty_database_take_each_others_tokens_and_links()
    {
        await using var data = new HostData();
        await using var instances = await HostProcesses.StartAsync(3, data.Arguments);

        var somebody = Somebody.New();
        using var first = instances[0].Client();
        using var registered = await first.RegisterAsync(somebody);
        using var second = instances[1].Client();
        var tokens = await second.TokensAsync(somebody);
        using var third = instances[2].Client().Bearing(tokens.AccessToken);
        using var created = await third.ShortenAsync("https://example.org/shared", "shared");

        Assert.Equal(HttpStatusCode.Created, created.StatusCode);
        foreach (var instance in instances)
        {
            using var visitor = instance.Client();
            using var followed = await visitor.GetAsync("/s/shared");
            Assert.Equal("https://example.org/shared", followed.Headers.Location?.OriginalString);
        }
    }

    [DistributedFact]
    public async Task An_instance_waits_for_as_long_as_another_migrates_whatever_the_limit_of_a_command()
    {
        await using var data = new HostData();
        await using var other = new NpgsqlConnection(data.Settings["Persistence:ConnectionString"]);
        await other.OpenAsync();
        await ExecuteAsync("SELECT pg_advisory_lock(x'53595344'::bigint)");
        await using var host = HostProcess.Start([.. data.Arguments, $"--Persistence:ConnectionString={other.ConnectionString};Command Timeout=1"]);

        await data.UntilAnyAsync("pg_stat_activity", "wait_event = 'advisory' AND now() - query_start > interval '2 s'");
        await ExecuteAsync("SELECT pg_advisory_unlock_all()");

        await host.WaitUntilReadyAsync();

        async Task ExecuteAsync(string statement)
        {
            await using var command = new NpgsqlCommand(statement, other);
            await command.ExecuteNonQueryAsync();
        }
    }
}
