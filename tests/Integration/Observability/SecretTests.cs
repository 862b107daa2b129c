using System.Text;
using SystemDesign.Tests.Integration.Support;
using SystemDesign.Tests.Integration.Support.Otlp;

namespace SystemDesign.Tests.Integration.Observability;

/// <summary>What must not leave the process, looked for in every byte that did.</summary>
[Trait("Notes", "B2-23")]
public sealed class SecretTests
{
    [Fact]
    public async Task No_token_and_no_password_is_told_however_much_is_logged()
    {
        await using var observed = await ObservedHost.StartAsync("--Logging:LogLevel:Default=Trace", "--Logging:LogLevel:Microsoft.AspNetCore=Trace");
        var collector = observed.Collector;
        using var client = observed.Client();
        var somebody = Somebody.New() with { Password = $"a secret {Guid.NewGuid():N}" };
        using var registered = await client.RegisterAsync(somebody);
        var tokens = await client.TokensAsync(somebody);
        using var refreshed = await client.RefreshAsync(tokens.RefreshToken);

        var trace = await client.Bearing(tokens.AccessToken).SendAsync(HttpMethod.Get, $"/api/users/me?access_token={tokens.AccessToken}");

        await collector.Spans.FirstAsync(span => span.TraceId == trace && span.Name == "GET /api/users/me");
        await collector.Logs.FirstAsync(log => log.TraceId == trace && log.Level == "Debug");
        await collector.Metrics.FirstAsync(metric => metric.Points.Any(point => point.GetValueOrDefault("http.route") == "/api/users/me"));
        var output = await observed.EndAsync();
        Assert.Contains("Authentication", output, StringComparison.Ordinal);
        Assert.All([somebody.Password, tokens.AccessToken, tokens.RefreshToken], secret =>
        {
            Assert.DoesNotContain(collector.Payloads, payload => payload.AsSpan().IndexOf(Encoding.UTF8.GetBytes(secret)) >= 0);
            Assert.DoesNotContain(secret, output, StringComparison.Ordinal);
        });
    }
}
