using System.Collections.Concurrent;
using System.Net;
using System.Runtime.Versioning;
using SystemDesign.Tests.Integration.Support;
using SystemDesign.Tests.Integration.UrlShortener;

namespace SystemDesign.Tests.Integration.Balancing;

/// <summary>Instances share nothing but their servers: any request of anybody can go to any of them.</summary>
[UnsupportedOSPlatform("windows")]
public sealed class SessionTests
{
    [NginxFact]
    [Trait("Notes", "B2-15")]
    public async Task B2_15_A_session_goes_on_when_each_request_goes_to_another_instance_and_one_of_them_is_killed()
    {
        await using var cluster = await Cluster.StartAsync();
        using var handler = new CarefulClient();
        using var client = cluster.Client(handler);
        var made = new ConcurrentDictionary<string, string>(StringComparer.Ordinal);

        var tokens = await ComeInAsync(client);
        for (var number = 0; number < 9; number++)
        {
            await MakeAsync(client, made, $"one-{number}");
        }

        Assert.Equal(made.Keys.Order(), (await ListAsync(client)).Keys.Order());
        await UseOneAsync(client, made["one-0"]);
        Assert.All(handler.AnsweredBy.Zip(handler.AnsweredBy.Skip(1)), pair => Assert.NotEqual(pair.First, pair.Second));
        Assert.Equal(cluster.Instances.Select(instance => instance.Address.Authority).Order(), handler.AnsweredBy.Distinct().Order());

        await KillUnderLoadAsync(cluster, client, made);

        var listed = await ListAsync(client);
        Assert.Equal(made.OrderBy(link => link.Key), listed.OrderBy(link => link.Key));
        foreach (var (name, code) in made)
        {
            Assert.Equal(code, await MakeAsync(client, made, name));
            await client.FollowAsync(code);
        }

        Assert.Equal(made.Count, (await ListAsync(client)).Count);
        await cluster.RestartAsync(1);
        Assert.Equal(made.Count, (await ListAsync(client)).Count);
        await LeaveAsync(client, tokens);
    }

    private static async Task<TokensBody> ComeInAsync(HttpClient client)
    {
        var somebody = await client.RegisteredAsync();
        var first = await client.TokensAsync(somebody);
        using var refreshed = await client.RefreshAsync(first.RefreshToken);
        var tokens = await refreshed.ReadAsync<TokensBody>();
        client.Bearing(tokens.AccessToken);
        using var me = await client.GetAsync("/api/users/me");
        Assert.Equal(somebody.UserName, (await me.ReadAsync<AccountBody>()).UserName);
        return tokens;
    }

    /// <summary>A link under a key of its own.</summary>
    private static async Task<string> MakeAsync(HttpClient client, ConcurrentDictionary<string, string> made, string name)
    {
        using var response = await client.ShortenUnderAsync($"\"{name}\"", $"https://example.org/{name}");
        Assert.Equal(HttpStatusCode.Created, response.StatusCode);
        return made[name] = (await response.ReadAsync<LinkBody>()).Code;
    }

    /// <returns>The codes of all links of the user, by name.</returns>
    private static async Task<Dictionary<string, string>> ListAsync(HttpClient client)
    {
        var listed = new Dictionary<string, string>(StringComparer.Ordinal);
        string? next = null;
        do
        {
            using var response = await client.GetAsync($"{LinkSteps.Links}?limit=5&cursor={next}");
            var page = await response.ReadAsync<PageBody<LinkBody>>();
            foreach (var link in page.Items)
            {
                listed.Add(link.Url.Split('/')[^1], link.Code);
            }

            next = page.Next;
        }
        while (next is not null);
        return listed;
    }

    private static async Task UseOneAsync(HttpClient client, string code)
    {
        await client.FollowAsync(code);
        await client.StatsAsync(code);
        using var read = await client.GetAsync($"{LinkSteps.Links}/{code}");
        var version = read.Headers.ETag!.ToString();
        using var edited = await client.EditAsync($"{LinkSteps.Links}/{code}", """{"tags":["edited"]}""", version);
        using var stale = await client.EditAsync($"{LinkSteps.Links}/{code}", """{"tags":["stale"]}""", version);

        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.PreconditionFailed), (edited.StatusCode, stale.StatusCode));
        Assert.Equal(["edited"], (await client.WholeAsync(code)).Tags);
    }

    /// <summary>Eight make links at once, and one of the instances dies half-way.</summary>
    private static async Task KillUnderLoadAsync(Cluster cluster, HttpClient client, ConcurrentDictionary<string, string> made)
    {
        const int Links = 160;
        var half = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var count = 0;
        var making = Parallel.ForEachAsync(Enumerable.Range(0, Links), new ParallelOptions { MaxDegreeOfParallelism = 8 }, async (number, _) =>
        {
            await MakeAsync(client, made, $"many-{number}");
            if (Interlocked.Increment(ref count) == Links / 2)
            {
                half.SetResult();
            }
        });
        await Task.WhenAny(half.Task, making);
        await cluster.Instances[1].KillAsync();
        await making;
    }

    private static async Task LeaveAsync(HttpClient client, TokensBody tokens)
    {
        using var loggedOut = await client.PostAsync("/api/users/logout", null);
        Assert.Equal(HttpStatusCode.NoContent, loggedOut.StatusCode);
        using var refused = await client.RefreshAsync(tokens.RefreshToken);
        Assert.Equal(HttpStatusCode.Unauthorized, refused.StatusCode);
    }
}
