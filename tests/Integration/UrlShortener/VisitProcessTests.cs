using System.Net;
using SystemDesign.Tests.Integration.Support;

namespace SystemDesign.Tests.Integration.UrlShortener;

[Trait("Notes", "B1")]
public sealed class VisitProcessTests
{
    [Fact]
    public async Task A_killed_process_loses_no_visit_that_was_shown()
    {
        const int Enough = 300;
        await using var data = MigratedData.Copy();
        await using var host = HostProcess.Start([.. data.Arguments, "--RateLimiting:Enabled=false"]);
        await host.WaitUntilReadyAsync();
        using var owner = await host.Client().SignedInAsync();
        var code = await owner.ShortenedAsync();
        var sent = 0;

        var visiting = Task.WhenAll(Enumerable.Range(0, 8).Select(_ => VisitUntilItIsGoneAsync()));
        var shown = 0L;
        while (shown < Enough)
        {
            var stats = await owner.StatsAsync(code);
            Assert.InRange(stats.Total.Visits, shown, Volatile.Read(ref sent));
            shown = stats.Total.Visits;
        }

        await host.KillAsync();
        await visiting;

        await using var restarted = HostProcess.Start(data.Arguments);
        await restarted.WaitUntilReadyAsync();
        using var again = restarted.Client();
        again.DefaultRequestHeaders.Authorization = owner.DefaultRequestHeaders.Authorization;
        var kept = await again.StatsAsync(code);
        Assert.InRange(kept.Total.Visits, shown, sent);
        Assert.Equal(kept.Total.Visits, kept.Hours.Sum(hour => hour.Visits));

        async Task VisitUntilItIsGoneAsync()
        {
            using var visitor = host.Client();
            while (true)
            {
                Interlocked.Increment(ref sent);
                try
                {
                    using var response = await visitor.GetAsync($"/s/{code}");
                    Assert.Equal(HttpStatusCode.Found, response.StatusCode);
                }
                catch (Exception exception) when (exception is HttpRequestException or IOException)
                {
                    return;
                }
            }
        }
    }
}
