using System.Net;
using SystemDesign.Tests.Integration.Support;

namespace SystemDesign.Tests.Integration.Startup;

public sealed class SeveralInstancesTests
{
    [DistributedFact]
    public async Task B2_15_Instances_that_start_at_once_on_an_empty_database_take_each_others_tokens_and_links()
    {
        await using var data = new HostData();
        HostProcess[] instances = [.. Enumerable.Range(0, 3).Select(_ => HostProcess.Start(data.Arguments))];
        await Task.WhenAll(instances.Select(instance => instance.WaitUntilReadyAsync()));

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
            await instance.DisposeAsync();
        }
    }
}
