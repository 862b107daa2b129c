using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;

namespace SystemDesign.Tests.Load.Servers;

/// <summary>Somebody with an account, who signs in and shortens links.</summary>
internal sealed class User
{
    /// <summary>Where links are created.</summary>
    public const string Links = "/api/url-shortener/links";

    /// <summary>Where every link leads, and where the floor sends everyone.</summary>
    public const string Target = "https://example.org/2026/launch?from=newsletter";

    /// <summary>The first of the users that the host's own command seeds.</summary>
    public const string SeededName = "seed_user_1";

    private const string UserName = "load";
    private const string Password = "correct horse battery";

    private readonly HttpClient client;
    private readonly string userName;
    private readonly string password;

    private User(HttpClient client, string userName = UserName, string password = Password)
    {
        this.client = client;
        this.userName = userName;
        this.password = password;
    }

    /// <summary>With the password that seeding tells.</summary>
    public static User Seeded(HttpClient client) => Seeded(client, 1);

    /// <inheritdoc cref="Seeded(HttpClient)"/>
    public static User Seeded(HttpClient client, int number) => new(client, $"seed_user_{number}", "seeded to be tried out");

    public static User Named(HttpClient client, string userName, string password) => new(client, userName, password);

    public static async Task<User> RegisterAsync(HttpClient client, CancellationToken cancellationToken)
    {
        var user = new User(client);
        var account = new { UserName, Email = "load@example.org", Password, DisplayName = "Load" };
        await user.PostAsync("/api/users/register", account, HttpStatusCode.Created, cancellationToken);
        return user;
    }

    /// <summary>One of many.</summary>
    public static Task RegisterAsync(HttpClient client, int number, CancellationToken cancellationToken)
    {
        var userName = NameOf(number);
        var account = new { userName, Email = $"{userName}@example.org", Password, DisplayName = userName };
        return new User(client).PostAsync("/api/users/register", account, HttpStatusCode.Created, cancellationToken);
    }

    /// <returns>An access token of one of many.</returns>
    public static Task<string> TokenAsync(HttpClient client, int number, CancellationToken cancellationToken) =>
        new User(client, NameOf(number)).AskForTokenAsync(cancellationToken);

    /// <summary>Somebody registers, signs in and leaves for good.</summary>
    public static async Task ComeAndGoAsync(HttpClient client, int number, CancellationToken cancellationToken)
    {
        var user = new User(client);
        var userName = $"leaver_{number}";
        await user.PostAsync("/api/users/register", new { userName, Email = $"{userName}@example.org", Password, DisplayName = userName }, HttpStatusCode.Created, cancellationToken);
        var tokens = await user.PostAsync("/api/users/login", new { userName, Password }, HttpStatusCode.OK, cancellationToken);

        using var leave = new HttpRequestMessage(HttpMethod.Delete, new Uri("/api/users/me", UriKind.Relative)) { Content = JsonContent.Create(new { Password }) };
        leave.Headers.Authorization = new AuthenticationHeaderValue("Bearer", tokens.GetProperty("accessToken").GetString());
        using var answer = await client.SendAsync(leave, cancellationToken);
        if (answer.StatusCode is not HttpStatusCode.NoContent)
        {
            throw new LoadException($"DELETE /api/users/me answered {(int)answer.StatusCode}.");
        }
    }

    /// <returns>An access token, which is good for 10 minutes.</returns>
    public async Task<string> LogInAsync(CancellationToken cancellationToken)
    {
        var token = await AskForTokenAsync(cancellationToken);
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", token);
        return token;
    }

    /// <summary>As <see cref="LogInAsync"/>, but what the client sends is as before.</summary>
    public async Task<string> AskForTokenAsync(CancellationToken cancellationToken) =>
        (await PostAsync("/api/users/login", new { userName, password }, HttpStatusCode.OK, cancellationToken)).GetProperty("accessToken").GetString()!;

    /// <returns>The path of the short link.</returns>
    public async Task<string> ShortenAsync(CancellationToken cancellationToken)
    {
        var link = await PostAsync(Links, new { Url = Target }, HttpStatusCode.Created, cancellationToken);
        return $"/s/{link.GetProperty("code").GetString()}";
    }

    /// <returns>The path that everybody reads it at.</returns>
    public async Task<string> UploadAsync(byte[] bytes, CancellationToken cancellationToken)
    {
        var path = $"/api/media/uploads/{Guid.CreateVersion7()}?visibility=public";
        using var content = new ByteArrayContent(bytes) { Headers = { ContentType = new("application/octet-stream") } };
        using var answer = await client.PutAsync(new Uri(path, UriKind.Relative), content, cancellationToken);
        if (answer.StatusCode is not HttpStatusCode.Created)
        {
            throw new LoadException($"PUT {path} answered {(int)answer.StatusCode}: {await answer.Content.ReadAsStringAsync(cancellationToken)}");
        }

        var file = await answer.Content.ReadFromJsonAsync<JsonElement>(cancellationToken);
        return new Uri(file.GetProperty("url").GetString()!).AbsolutePath;
    }

    private static string NameOf(int number) => $"load_{number}";

    private async Task<JsonElement> PostAsync(string path, object body, HttpStatusCode expected, CancellationToken cancellationToken)
    {
        using var answer = await client.PostAsJsonAsync(new Uri(path, UriKind.Relative), body, cancellationToken);
        return answer.StatusCode == expected
            ? await answer.Content.ReadFromJsonAsync<JsonElement>(cancellationToken)
            : throw new LoadException(
                $"POST {path} answered {(int)answer.StatusCode}: {await answer.Content.ReadAsStringAsync(cancellationToken)}");
    }
}
