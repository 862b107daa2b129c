using System.Net;
using System.Net.Http.Json;
using SystemDesign.Tests.Integration.Support;

namespace SystemDesign.Tests.Integration.Twitter;

/// <summary>Somebody who tweets, in the words of the API.</summary>
internal sealed class Tweeter(App app, Somebody somebody)
{
    private HttpClient client = app.Anonymous();

    public Guid Id { get; private set; }

    public string Name => somebody.UserName;

    public string DisplayName => somebody.DisplayName;

    public string Password => somebody.Password;

    public HttpClient Client => client;

    public static async Task<Tweeter> NewAsync(App app)
    {
        var tweeter = await SignedUpAsync(app);
        using var me = await tweeter.Client.GetAsync(new Uri("/api/users/me", UriKind.Relative));
        tweeter.Id = (await me.ReadAsync<AccountBody>()).Id;
        return tweeter;
    }

    /// <summary>Without a question after their id.</summary>
    public static async Task<Tweeter> SignedUpAsync(App app)
    {
        using var anybody = app.Anonymous();
        var tweeter = new Tweeter(app, await anybody.RegisteredAsync());
        await tweeter.SignInAsync();
        return tweeter;
    }

    /// <summary>Again, when the clock has gone on further than a token lasts.</summary>
    public async Task SignInAsync()
    {
        client = app.Anonymous();
        client.Bearing((await client.TokensAsync(somebody)).AccessToken);
    }

    public async Task<Guid> TweetAsync(string text, Guid? inReplyTo = null, Guid? quoteOf = null)
    {
        using var response = await client.PostAsJsonAsync("/api/twitter/tweet", new { text, inReplyTo, quoteOf });
        Assert.Equal(HttpStatusCode.Created, response.StatusCode);
        return (await response.ReadAsync<TweetId>()).Id;
    }

    public Task DeleteTweetAsync(Guid id) => DoAsync(HttpMethod.Delete, $"tweet/{id}");

    public Task LikeAsync(Guid id) => DoAsync(HttpMethod.Put, $"tweet/{id}/like");

    public Task UnlikeAsync(Guid id) => DoAsync(HttpMethod.Delete, $"tweet/{id}/like");

    public Task RepostAsync(Guid id) => DoAsync(HttpMethod.Put, $"tweet/{id}/repost");

    public Task UndoRepostAsync(Guid id) => DoAsync(HttpMethod.Delete, $"tweet/{id}/repost");

    public Task FollowAsync(Tweeter other) => DoAsync(HttpMethod.Put, $"users/{other.Name}/follow");

    public Task UnfollowAsync(Tweeter other) => DoAsync(HttpMethod.Delete, $"users/{other.Name}/follow");

    public Task BlockAsync(Tweeter other) => DoAsync(HttpMethod.Put, $"users/{other.Name}/block");

    public Task MuteAsync(Tweeter other) => DoAsync(HttpMethod.Put, $"users/{other.Name}/mute");

    public async Task GoPrivateAsync()
    {
        using var response = await client.EditAsync("/api/twitter/profile", """{"isPrivate":true}""");
        Assert.Equal(HttpStatusCode.NoContent, response.StatusCode);
    }

    public async Task DoAsync(HttpMethod method, string path)
    {
        using var request = new HttpRequestMessage(method, new Uri($"/api/twitter/{path}", UriKind.Relative));
        using var response = await client.SendAsync(request);
        Assert.True(response.IsSuccessStatusCode, $"{method} {path}: {response.StatusCode}");
    }

    /// <summary>The titles of what they were told, the oldest first.</summary>
    public async Task<IReadOnlyList<string>> HeardAsync() => [.. (await InboxAsync()).Select(item => item.Title)];

    public async Task<IReadOnlyList<HeardBody>> InboxAsync()
    {
        await SignInAsync();
        using var response = await client.GetAsync(new Uri("/api/notifications/inbox?limit=100", UriKind.Relative));
        return [.. (await response.ReadAsync<PageBody<HeardBody>>()).Items.Reverse()];
    }

    internal sealed record HeardBody(string Topic, string Title, string Body, string? Link);

    private sealed record TweetId(Guid Id);
}
