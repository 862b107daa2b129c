using System.Net;
using SystemDesign.Tests.Integration.Support;

namespace SystemDesign.Tests.Integration.Users;

public sealed class RefreshTests(App app) : IClassFixture<App>
{
    [Fact]
    public async Task Exchanges_a_refresh_token_for_new_ones()
    {
        using var client = app.Anonymous();
        var first = await SignInAsync(client);

        using var response = await client.RefreshAsync(first.RefreshToken);

        var second = await response.ReadAsync<TokensBody>();
        Assert.NotEqual(first.RefreshToken, second.RefreshToken);
        using var me = await client.Bearing(second.AccessToken).GetAsync("/api/users/me");
        Assert.Equal(HttpStatusCode.OK, me.StatusCode);
        using var again = await client.RefreshAsync(second.RefreshToken);
        Assert.Equal(HttpStatusCode.OK, again.StatusCode);
    }

    [Fact]
    public async Task A_token_shown_twice_ends_its_whole_session()
    {
        using var client = app.Anonymous();
        var stolen = await SignInAsync(client);
        using var exchanged = await client.RefreshAsync(stolen.RefreshToken);
        var newest = await exchanged.ReadAsync<TokensBody>();

        await AssertRefusedAsync(client, stolen.RefreshToken);
        await AssertRefusedAsync(client, newest.RefreshToken);
    }

    [Fact]
    public async Task Ending_one_session_leaves_the_others_of_the_user()
    {
        using var client = app.Anonymous();
        var somebody = await client.RegisteredAsync();
        var (one, other) = (await client.TokensAsync(somebody), await client.TokensAsync(somebody));
        using var exchanged = await client.RefreshAsync(one.RefreshToken);

        await AssertRefusedAsync(client, one.RefreshToken);

        using var untouched = await client.RefreshAsync(other.RefreshToken);
        Assert.Equal(HttpStatusCode.OK, untouched.StatusCode);
    }

    [Fact]
    public async Task Of_50_that_show_one_token_at_once_at_most_one_gets_new_ones_and_the_session_ends()
    {
        using var client = app.Anonymous();
        var tokens = await SignInAsync(client);

        var responses = await Task.WhenAll(Enumerable.Range(0, 50).Select(_ => client.RefreshAsync(tokens.RefreshToken)));

        var winner = await Assert.Single(responses, response => response.StatusCode is HttpStatusCode.OK).ReadAsync<TokensBody>();
        Assert.All(responses, response => Assert.Contains(response.StatusCode, new[] { HttpStatusCode.OK, HttpStatusCode.Unauthorized }));
        await AssertRefusedAsync(client, winner.RefreshToken);
    }

    [Fact]
    public async Task A_session_that_nobody_refreshes_for_30_days_ends()
    {
        using var client = app.Anonymous();
        var tokens = await SignInAsync(client);

        app.Clock.Advance(TimeSpan.FromDays(30));

        await AssertRefusedAsync(client, tokens.RefreshToken);
    }

    [Theory]
    [InlineData("nonsense")]
    [InlineData("AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA!+/=AAAAAAAAAAAAAAAAAAAAAAAAAAAA")]
    [InlineData("AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA")]
    public Task A_token_that_nobody_issued_is_refused(string token) => AssertRefusedAsync(app.Anonymous(), token);

    private static async Task<TokensBody> SignInAsync(HttpClient client)
    {
        var somebody = await client.RegisteredAsync();
        return await client.TokensAsync(somebody);
    }

    private static async Task AssertRefusedAsync(HttpClient client, string refreshToken)
    {
        using var response = await client.RefreshAsync(refreshToken);
        Assert.Equal(HttpStatusCode.Unauthorized, response.StatusCode);
        Assert.Equal("users.refresh-refused", (await response.ProblemAsync()).Code);
    }
}
