using System.Net.Http.Json;
using SystemDesign.Tests.Integration.Support;

namespace SystemDesign.Tests.Integration.Twitter;

/// <summary>Somebody who looks for people and tweets, in the words of the API.</summary>
internal sealed class Explorer(HttpClient client, Somebody somebody, ManualClock clock) : IDisposable
{
    public HttpClient Client { get; } = client;

    public string UserName => somebody.UserName;

    /// <summary>Somebody new, whom everybody knows of.</summary>
    public static async Task<Explorer> JoinAsync(App app)
    {
        var client = app.Anonymous();
        var somebody = await client.RegisteredAsync();
        client.Bearing((await client.TokensAsync(somebody)).AccessToken);
        await app.DrainAsync();
        return new(client, somebody, app.Clock);
    }

    public static async Task<IReadOnlyList<Explorer>> JoinAsync(App app, int count)
    {
        var joined = new List<Explorer>();
        for (var number = 0; number < count; number++)
        {
            joined.Add(await JoinAsync(app));
        }

        return joined;
    }

    /// <summary>A moment after everything before.</summary>
    public async Task<Guid> PostAsync(string text)
    {
        clock.Advance(TimeSpan.FromMilliseconds(1));
        using var response = await Client.PostAsJsonAsync("/api/twitter/tweet", new { text });
        return (await response.ReadAsync<PostedTweet>()).Id;
    }

    public async Task FollowAsync(params IReadOnlyList<Explorer> others)
    {
        foreach (var other in others)
        {
            await PutAsync(other, "follow");
        }
    }

    public Task BlockAsync(Explorer other) => PutAsync(other, "block");

    public Task MuteAsync(Explorer other) => PutAsync(other, "mute");

    public async Task GoPrivateAsync()
    {
        using var response = await Client.EditAsync("/api/twitter/profile", """{"isPrivate":true}""");
        response.EnsureSuccessStatusCode();
    }

    public async Task DeleteAsync(Guid tweet)
    {
        using var response = await Client.DeleteAsync($"/api/twitter/tweet/{tweet}");
        response.EnsureSuccessStatusCode();
    }

    public async Task LeaveAsync()
    {
        using var response = await Client.LeaveAsync(somebody.Password);
        response.EnsureSuccessStatusCode();
    }

    public async Task<PageBody<T>> PageAsync<T>(string path)
    {
        using var response = await Client.GetAsync($"/api/twitter/{path}");
        return await response.ReadAsync<PageBody<T>>();
    }

    /// <returns>The texts that are found.</returns>
    public async Task<string[]> SearchAsync(string query) => [.. (await PageAsync<PostedTweet>($"search?q={Uri.EscapeDataString(query)}")).Items.Select(tweet => tweet.Text)];

    public async Task<RecommendedBody[]> RecommendedAsync() => (await PageAsync<RecommendedBody>("recommendations?limit=50")).Items;

    public void Dispose() => Client.Dispose();

    private async Task PutAsync(Explorer other, string what)
    {
        using var response = await Client.PutAsync($"/api/twitter/users/{other.UserName}/{what}", content: null);
        response.EnsureSuccessStatusCode();
    }

    internal sealed record PostedTweet(Guid Id, string Text);

    internal sealed record PersonBody(string UserName, string DisplayName, bool IsPrivate);

    internal sealed record RecommendedBody(PersonBody Person, int CommonFollows, string[] Through);
}
