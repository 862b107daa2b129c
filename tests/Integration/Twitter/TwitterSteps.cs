using System.Net.Http.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using SystemDesign.Kernel.Identity;
using SystemDesign.Tests.Integration.Support;
using SystemDesign.Twitter.Data;

namespace SystemDesign.Tests.Integration.Twitter;

/// <summary>What people do on Twitter, in the words of the API.</summary>
internal static class TwitterSteps
{
    public const string Api = "/api/twitter";

    private static int count;

    /// <summary>Somebody new. The token is real; an account costs a tenth of a second each.</summary>
    public static async Task<TwitterPerson> PersonAsync(this App app, bool isPrivate = false)
    {
        var person = app.Unknown();
        await person.GoPrivateAsync(isPrivate);
        return person;
    }

    /// <summary>Somebody who was never here, and of whom nobody told: all that is known of them stands in their token.</summary>
    public static TwitterPerson Unknown(this App app)
    {
        var (id, name) = (Guid.CreateVersion7(), $"Tweeter_{Interlocked.Increment(ref count)}");
        var token = app.Services.GetRequiredService<IAccessTokens>().Issue(new(id, name, $"Called {name}", [], Guid.CreateVersion7()));
        return new(id, name, app.Anonymous().Bearing(token.Value));
    }

    public static async Task<TwitterPerson[]> PeopleAsync(this App app, int number) => await Task.WhenAll(Enumerable.Range(0, number).Select(_ => app.PersonAsync()));

    /// <summary>Somebody with an account, who can leave.</summary>
    public static async Task<(TwitterPerson Person, string Password)> AccountAsync(this App app)
    {
        var client = app.Anonymous();
        var somebody = await client.RegisteredAsync();
        client.Bearing((await client.TokensAsync(somebody)).AccessToken);
        using var response = await client.GetAsync("/api/users/me");
        var person = new TwitterPerson((await response.ReadAsync<AccountBody>()).Id, somebody.UserName, client);
        await person.GoPrivateAsync(false);
        return (person, somebody.Password);
    }

    /// <summary>They leave, and everybody has heard of it.</summary>
    public static async Task LeaveAsync(this App app, TwitterPerson person, string password)
    {
        using var left = await person.Client.LeaveAsync(password);
        left.EnsureSuccessStatusCode();
        await app.DrainAsync();
    }

    /// <summary>Erases now what those left who left.</summary>
    public static Task EraseTweetersAsync(this App app) => app.Services.GetRequiredService<EraseDeparted>().RunAsync(CancellationToken.None);

    public static Task<HttpResponseMessage> PostAsync(this TwitterPerson person, object tweet) => person.Client.PostAsJsonAsync($"{Api}/tweet", tweet);

    /// <param name="person">Who posts it.</param>
    /// <param name="key">Of <c>Idempotency-Key</c>.</param>
    /// <param name="tweet">As it goes on the wire.</param>
    public static async Task<HttpResponseMessage> PostUnderAsync(this TwitterPerson person, string key, object tweet)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, $"{Api}/tweet") { Content = JsonContent.Create(tweet) };
        request.Headers.TryAddWithoutValidation("Idempotency-Key", key);
        return await person.Client.SendAsync(request);
    }

    public static async Task<TweetBody> PostedAsync(this TwitterPerson person, object tweet)
    {
        using var response = await person.PostAsync(tweet);
        return await response.ReadAsync<TweetBody>();
    }

    public static Task<TweetBody> PostedAsync(this TwitterPerson person, string text) => person.PostedAsync(new { text });

    public static Task<TweetBody> RepliedAsync(this TwitterPerson person, Guid inReplyTo, string text = "A reply") => person.PostedAsync(new { text, inReplyTo });

    public static Task<TweetBody> QuotedAsync(this TwitterPerson person, Guid quoteOf, string text = "A quote") => person.PostedAsync(new { text, quoteOf });

    public static Task<TweetBody> TweetAsync(this TwitterPerson person, Guid id) => person.ReadAsync<TweetBody>($"tweet/{id}");

    public static Task<ThreadBody> ThreadAsync(this TwitterPerson person, Guid id) => person.ReadAsync<ThreadBody>($"tweet/{id}/thread");

    public static async Task<TweetBody[]> RepliesAsync(this TwitterPerson person, Guid id) => (await person.ReadAsync<PageBody<TweetBody>>($"tweet/{id}/replies?limit=100")).Items;

    public static async Task<LineBody[]> LinesAsync(this TwitterPerson person, TwitterPerson of) => (await person.ReadAsync<PageBody<LineBody>>($"users/{of.Name}/tweets?limit=100")).Items;

    public static Task<ProfileBody> ProfileAsync(this TwitterPerson person, TwitterPerson of) => person.ReadAsync<ProfileBody>($"users/{of.Name}");

    /// <returns>The user names of a list, such as <c>follow-requests</c>.</returns>
    public static async Task<string[]> NamesAsync(this TwitterPerson person, string list) =>
        [.. (await person.ReadAsync<PageBody<AuthorBody>>($"{list}?limit=100")).Items.Select(author => author.UserName)];

    public static async Task<T> ReadAsync<T>(this TwitterPerson person, string path)
    {
        using var response = await person.Client.GetAsync($"{Api}/{path}");
        return await response.ReadAsync<T>();
    }

    /// <returns>The status, and the code of a problem.</returns>
    public static async Task<(int Status, string? Code)> DoAsync(this TwitterPerson person, string method, string path)
    {
        using var request = new HttpRequestMessage(new HttpMethod(method), $"{Api}/{path}");
        using var response = await person.Client.SendAsync(request);
        return ((int)response.StatusCode, response.IsSuccessStatusCode ? null : (await response.ProblemAsync()).Code);
    }

    /// <summary>What must go well.</summary>
    public static async Task DoneAsync(this TwitterPerson person, string method, string path)
    {
        var (status, code) = await person.DoAsync(method, path);
        Assert.True(status is 200 or 204, $"{method} {path}: {status} {code}");
    }

    public static Task<(int Status, string? Code)> DeleteTweetAsync(this TwitterPerson person, Guid id) => person.DoAsync("DELETE", $"tweet/{id}");

    public static Task LikeAsync(this TwitterPerson person, Guid id) => person.DoneAsync("PUT", $"tweet/{id}/like");

    public static Task RepostAsync(this TwitterPerson person, Guid id) => person.DoneAsync("PUT", $"tweet/{id}/repost");

    public static Task FollowAsync(this TwitterPerson person, TwitterPerson other) => person.DoneAsync("PUT", $"users/{other.Name}/follow");

    public static Task UnfollowAsync(this TwitterPerson person, TwitterPerson other) => person.DoneAsync("DELETE", $"users/{other.Name}/follow");

    public static Task BlockAsync(this TwitterPerson person, TwitterPerson other) => person.DoneAsync("PUT", $"users/{other.Name}/block");

    public static Task MuteAsync(this TwitterPerson person, TwitterPerson other) => person.DoneAsync("PUT", $"users/{other.Name}/mute");

    public static Task AcceptAsync(this TwitterPerson person, TwitterPerson other) => person.DoneAsync("PUT", $"follow-requests/{other.Name}");

    /// <summary>Whether they are private from now on.</summary>
    public static async Task GoPrivateAsync(this TwitterPerson person, bool isPrivate = true)
    {
        using var response = await person.EditProfileAsync(isPrivate ? """{"isPrivate":true}""" : """{"isPrivate":false}""");
        response.EnsureSuccessStatusCode();
    }

    public static Task<HttpResponseMessage> EditProfileAsync(this TwitterPerson person, string patch) => person.Client.EditAsync($"{Api}/profile", patch);

    public static async Task<T> AskTwitterAsync<T>(this App app, Func<TwitterDb, Task<T>> question)
    {
        await using var db = await app.Services.GetRequiredService<IDbContextFactory<TwitterDb>>().CreateDbContextAsync();
        return await question(db);
    }
}
