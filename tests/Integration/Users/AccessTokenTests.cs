using System.Net;
using SystemDesign.Tests.Integration.Support;

namespace SystemDesign.Tests.Integration.Users;

public sealed class AccessTokenTests(App app) : IClassFixture<App>
{
    [Fact]
    public async Task Without_a_token_it_is_401_with_a_challenge()
    {
        using var client = app.Anonymous();

        await AssertRefusedAsync(client);
    }

    [Fact]
    public async Task A_token_ends_when_it_said_it_would()
    {
        using var client = app.Anonymous();
        var somebody = await client.RegisteredAsync();
        var tokens = await client.TokensAsync(somebody);
        client.Bearing(tokens.AccessToken);

        app.Clock.Advance(TimeSpan.FromSeconds(tokens.ExpiresIn - 1));
        using var inTime = await client.GetAsync("/api/users/me");
        Assert.Equal(HttpStatusCode.OK, inTime.StatusCode);

        app.Clock.Advance(TimeSpan.FromSeconds(1));
        await AssertRefusedAsync(client);
    }

    [Fact]
    public async Task A_token_of_another_installation_is_refused()
    {
        await using var foreign = new App();
        using var there = foreign.Anonymous();
        var somebody = await there.RegisteredAsync();
        using var here = app.Anonymous().Bearing((await there.TokensAsync(somebody)).AccessToken);

        await AssertRefusedAsync(here);
    }

    [Theory]
    [InlineData("x")]
    [InlineData("CfDJ8AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA")]
    public async Task A_token_that_nobody_issued_is_refused(string token)
    {
        using var client = app.Anonymous().Bearing(token);

        await AssertRefusedAsync(client);
    }

    [Fact]
    public async Task A_refresh_token_is_no_access_token()
    {
        using var client = app.Anonymous();
        var somebody = await client.RegisteredAsync();
        client.Bearing((await client.TokensAsync(somebody)).RefreshToken);

        await AssertRefusedAsync(client);
    }

    private static async Task AssertRefusedAsync(HttpClient client)
    {
        using var response = await client.GetAsync("/api/users/me");
        Assert.Equal(HttpStatusCode.Unauthorized, response.StatusCode);
        Assert.Equal("Bearer", Assert.Single(response.Headers.WwwAuthenticate).Scheme);
        Assert.Equal("unauthenticated", (await response.ProblemAsync()).Code);
    }
}
