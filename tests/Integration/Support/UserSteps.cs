using System.Net.Http.Headers;
using System.Net.Http.Json;

namespace SystemDesign.Tests.Integration.Support;

/// <summary>What users do, in the words of the API.</summary>
internal static class UserSteps
{
    public static Task<HttpResponseMessage> RegisterAsync(this HttpClient client, Somebody somebody) =>
        client.PostAsJsonAsync("/api/users/register", somebody);

    public static Task<HttpResponseMessage> LogInAsync(this HttpClient client, string userName, string password) =>
        client.PostAsJsonAsync("/api/users/login", new { userName, password });

    public static Task<HttpResponseMessage> RefreshAsync(this HttpClient client, string refreshToken) =>
        client.PostAsJsonAsync("/api/users/refresh", new { refreshToken });

    public static async Task<TokensBody> TokensAsync(this HttpClient client, Somebody somebody)
    {
        using var response = await client.LogInAsync(somebody.UserName, somebody.Password);
        return await response.ReadAsync<TokensBody>();
    }

    /// <summary>A client that somebody new is signed in with.</summary>
    public static async Task<HttpClient> SignedInAsync(this HttpClient client)
    {
        var somebody = await client.RegisteredAsync();
        return client.Bearing((await client.TokensAsync(somebody)).AccessToken);
    }

    /// <summary>Somebody new, who has an account.</summary>
    public static async Task<Somebody> RegisteredAsync(this HttpClient client)
    {
        var somebody = Somebody.New();
        using var response = await client.RegisterAsync(somebody);
        response.EnsureSuccessStatusCode();
        return somebody;
    }

    public static HttpClient Bearing(this HttpClient client, string accessToken)
    {
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", accessToken);
        return client;
    }

    public static Task<HttpResponseMessage> ShortenAsync(this HttpClient client, string url, string? alias = null) =>
        client.PostAsJsonAsync("/api/url-shortener/links", new { url, alias });
}
