using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;
using SystemDesign.Tests.Load.Figures;
using SystemDesign.Tests.Load.Servers;

namespace SystemDesign.Tests.Load.Scenarios;

/// <summary>
/// A page of 20 tweets with their authors, and 3 replies each with theirs, in one document. Ours reads it from its database as whoever asks may see
/// it; the peers that answer the same shape (graphql-yoga, mercurius, Apollo) have it in memory and ask for nobody's token.
/// </summary>
internal sealed class GraphScenario : IScenario
{
    private const int Tweets = 20;

    private const int Replies = 3;

    private const string Api = "/api/twitter";

    private const string Query =
        "{ feed(first: 20) { items { tweet { id text likeCount author { userName displayName } replies(first: 3) { items { id text author { userName displayName } } } } } } }";

    public async Task<IReadOnlyList<Row>> RunAsync(PublishedHost host, TimeSpan length, CancellationToken cancellationToken)
    {
        await using var floor = await Floor.StartAsync(cancellationToken);
        await using var ours = await host.StartAsync(host.NewDataFolder(), cancellationToken);
        var user = await User.RegisterAsync(ours.Client, cancellationToken);
        await FillAsync(ours.Client, await user.LogInAsync(cancellationToken), cancellationToken);

        await RequireAllAsync(ours.Client, cancellationToken);

        var body = JsonSerializer.Serialize(new { query = Query });
        var rounds = await LoadRounds.RunAsync(length, time => AskAsync(floor, time), time => AskAsync(ours, time));
        return Throughput.Compare("graphql: a feed of 20 with authors and replies", rounds[0], rounds[1]);

        async Task<Throughput> AskAsync(Server server, TimeSpan time) =>
            await Crowd.PostAsync(server, $"{Api}/graphql", body, await user.LogInAsync(cancellationToken), time, cancellationToken);
    }

    /// <summary>Whoever reads finds their own tweets; somebody whom they do not follow, and who so is in the feed with nothing else, answers.</summary>
    private static async Task FillAsync(HttpClient client, string author, CancellationToken cancellationToken)
    {
        await User.RegisterAsync(client, 1, cancellationToken);
        var other = await User.TokenAsync(client, 1, cancellationToken);
        for (var tweet = 0; tweet < Tweets; tweet++)
        {
            var id = await TweetAsync(client, author, $"Tweet number {tweet} with a few words", null, cancellationToken);
            for (var reply = 0; reply < Replies; reply++)
            {
                await TweetAsync(client, other, $"Nice {reply}", id, cancellationToken);
            }
        }
    }

    /// <summary>An error of a field is no failure to the load generator, and fewer tweets are read sooner.</summary>
    private static async Task RequireAllAsync(HttpClient client, CancellationToken cancellationToken)
    {
        using var answer = await client.PostAsJsonAsync(new Uri($"{Api}/graphql", UriKind.Relative), new { query = Query }, cancellationToken);
        var text = await answer.Content.ReadAsStringAsync(cancellationToken);
        using var result = JsonDocument.Parse(text);
        var items = result.RootElement.TryGetProperty("errors", out _) ? default : result.RootElement.GetProperty("data").GetProperty("feed").GetProperty("items");
        if (items.ValueKind is not JsonValueKind.Array
            || items.GetArrayLength() != Tweets
            || items.EnumerateArray().Any(item => item.GetProperty("tweet").GetProperty("replies").GetProperty("items").GetArrayLength() != Replies))
        {
            throw new LoadException($"The feed is not {Tweets} tweets with {Replies} replies each: {text}");
        }
    }

    private static async Task<string> TweetAsync(HttpClient client, string token, string text, string? inReplyTo, CancellationToken cancellationToken)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri($"{Api}/tweet", UriKind.Relative)) { Content = JsonContent.Create(new { text, inReplyTo }) };
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
        using var answer = await client.SendAsync(request, cancellationToken);
        return answer.StatusCode is HttpStatusCode.Created
            ? (await answer.Content.ReadFromJsonAsync<JsonElement>(cancellationToken)).GetProperty("id").GetString()!
            : throw new LoadException($"POST {Api}/tweet answered {(int)answer.StatusCode}: {await answer.Content.ReadAsStringAsync(cancellationToken)}");
    }
}
