using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text;

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

    /// <summary>Deletes the account that the client is signed in with.</summary>
    public static async Task<HttpResponseMessage> LeaveAsync(this HttpClient client, string password)
    {
        using var request = new HttpRequestMessage(HttpMethod.Delete, "/api/users/me") { Content = JsonContent.Create(new { password }) };
        return await client.SendAsync(request);
    }

    public static Task<HttpResponseMessage> ChangePasswordAsync(this HttpClient client, string currentPassword, string newPassword) =>
        client.PutAsJsonAsync("/api/users/me/password", new { currentPassword, newPassword });

    public static HttpClient Bearing(this HttpClient client, string accessToken)
    {
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", accessToken);
        return client;
    }

    /// <summary>A JSON merge patch, with an <c>If-Match</c> if there is one.</summary>
    public static async Task<HttpResponseMessage> EditAsync(
        this HttpClient client, string path, string patch, string? ifMatch = null, string mediaType = "application/merge-patch+json")
    {
        using var request = new HttpRequestMessage(HttpMethod.Patch, path) { Content = new StringContent(patch, Encoding.UTF8, mediaType) };
        if (ifMatch is not null)
        {
            Assert.True(request.Headers.TryAddWithoutValidation("If-Match", ifMatch));
        }

        return await client.SendAsync(request);
    }

    /// <summary>A read with one more header, whatever its value.</summary>
    public static async Task<HttpResponseMessage> GetAsync(this HttpClient client, string path, string header, string value, string method = "GET")
    {
        using var request = new HttpRequestMessage(new HttpMethod(method), path);
        Assert.True(request.Headers.TryAddWithoutValidation(header, value));
        return await client.SendAsync(request);
    }

    public static Task<HttpResponseMessage> ShortenAsync(this HttpClient client, string url, string? alias = null) =>
        client.PostAsJsonAsync("/api/url-shortener/links", new { url, alias });

    /// <param name="client">Of somebody signed in.</param>
    /// <param name="key">As it stands in the header, so quoted or not, well formed or not.</param>
    /// <param name="url">Where the link leads.</param>
    /// <param name="alias">Of their choice, if any.</param>
    public static async Task<HttpResponseMessage> ShortenUnderAsync(this HttpClient client, string key, string url, string? alias = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/url-shortener/links") { Content = JsonContent.Create(new { url, alias }) };
        request.Headers.TryAddWithoutValidation("Idempotency-Key", key);
        return await client.SendAsync(request);
    }
}
