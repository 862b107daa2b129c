using SystemDesign.Tests.Integration.Support;

namespace SystemDesign.Tests.Integration.Realtime;

/// <summary>Somebody with an account, signed in.</summary>
internal sealed record Member(Somebody Somebody, Guid Id, string Token)
{
    public static async Task<Member> OfAsync(App app)
    {
        using var client = app.Anonymous();
        var somebody = await client.RegisteredAsync();
        var token = (await client.TokensAsync(somebody)).AccessToken;
        using var me = await client.Bearing(token).GetAsync("/api/users/me");
        return new(somebody, (await me.ReadAsync<AccountBody>()).Id, token);
    }

    /// <summary>Logs in once more.</summary>
    public async Task<string> NewTokenAsync(App app)
    {
        using var client = app.Anonymous();
        return (await client.TokensAsync(Somebody)).AccessToken;
    }

    public HttpClient Client(App app) => app.Anonymous().Bearing(Token);
}
