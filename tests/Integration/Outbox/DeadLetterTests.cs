using System.Net;
using System.Text.Json;
using SystemDesign.Tests.Integration.Outbox.Probe;
using SystemDesign.Tests.Integration.Support;

namespace SystemDesign.Tests.Integration.Outbox;

/// <summary>What operators see of events and work in the background, and can do about it.</summary>
public sealed class DeadLetterTests
{
    [Fact, Trait("Notes", "B1")]
    public async Task Dead_letters_are_listed_page_by_page_and_one_is_redriven()
    {
        await using var app = new ProbeApp();
        var broken = true;
        app.Script.Before = (handler, _) => handler == nameof(CopyHappened) && broken ? throw new InjectedFaultException() : Task.CompletedTask;
        await app.TellAsync([.. Enumerable.Range(1, 5).Select(number => new Happened(number))]);
        await GiveUpAsync(app);
        using var client = await OperatorAsync(app);

        var first = await ReadAsync(client, "/api/operator/dead-letters?limit=3");
        var second = await ReadAsync(client, $"/api/operator/dead-letters?limit=3&cursor={first.GetProperty("next").GetString()}");
        var letters = first.GetProperty("items").EnumerateArray().Concat(second.GetProperty("items").EnumerateArray()).ToList();

        Assert.Equal(5, letters.Select(letter => letter.GetProperty("id").GetGuid()).Distinct().Count());
        Assert.Equal(JsonValueKind.Null, second.GetProperty("next").ValueKind);
        Assert.All(letters, letter =>
        {
            Assert.Equal(("probe", "probe.happened.v1", 8), (letter.GetProperty("module").GetString(), letter.GetProperty("eventName").GetString(), letter.GetProperty("attempts").GetInt32()));
            Assert.EndsWith(nameof(CopyHappened), letter.GetProperty("handler").GetString(), StringComparison.Ordinal);
            Assert.Contains("As if the process had died here.", letter.GetProperty("failure").GetString(), StringComparison.Ordinal);
        });

        broken = false;
        var redriven = letters[0].GetProperty("id").GetGuid();
        var number = JsonDocument.Parse(letters[0].GetProperty("payload").GetString()!).RootElement.GetProperty("number").GetInt32();
        using var accepted = await client.PostAsync($"/api/operator/dead-letters/{redriven}/redrive", null);
        using var again = await client.PostAsync($"/api/operator/dead-letters/{redriven}/redrive", null);
        await app.DrainAsync();

        Assert.Equal(HttpStatusCode.Accepted, accepted.StatusCode);
        Assert.Equal("dead-letter-not-found", (await again.ProblemAsync()).Code);
        Assert.Equal([number], await app.NumbersAsync(nameof(CopyHappened)));
        Assert.Equal(4, (await app.OwedAsync()).Count);
    }

    [Fact, Trait("Notes", "B1")]
    public async Task A_redriven_letter_that_fails_again_comes_back()
    {
        await using var app = new ProbeApp();
        app.Script.Before = (handler, _) => handler == nameof(CopyHappened) ? throw new InjectedFaultException() : Task.CompletedTask;
        await app.TellAsync(new Happened(1));
        await GiveUpAsync(app);
        using var client = await OperatorAsync(app);

        using var accepted = await client.PostAsync($"/api/operator/dead-letters/{(await app.OwedAsync())[0].Id}/redrive", null);
        await app.DrainAsync();
        Assert.Null(Assert.Single(await app.OwedAsync()).DeadAt);
        await GiveUpAsync(app);

        Assert.NotNull(Assert.Single(await app.OwedAsync()).DeadAt);
    }

    [Fact]
    public async Task A_foreign_cursor_is_refused()
    {
        await using var app = new ProbeApp();
        using var client = await OperatorAsync(app);

        using var response = await client.GetAsync("/api/operator/dead-letters?cursor=abc");

        Assert.Equal("invalid-cursor", (await response.ProblemAsync()).Code);
    }

    [Fact]
    public async Task Background_work_and_its_state_are_shown()
    {
        await using var app = new App();
        using var client = app.Anonymous();
        client.Bearing((await client.TokensAsync(Somebody.Operator)).AccessToken);

        var work = await ReadAsync(client, "/api/operator/background-work");

        var names = work.EnumerateArray().Select(state => state.GetProperty("name").GetString()).ToList();
        Assert.Superset(new HashSet<string?> { "outbox:users", "outbox-sweep:users", "idempotency-sweep:users", "url-shortener.visits" }, names.ToHashSet());
    }

    [Theory]
    [InlineData("/api/operator/dead-letters")]
    [InlineData("/api/operator/background-work")]
    public async Task Only_operators_see_it(string path)
    {
        await using var app = new App();
        using var anybody = await app.Anonymous().GetAsync(path);
        using var user = await app.Anonymous().SignedInAsync();
        using var refused = await user.GetAsync(path);

        Assert.Equal("unauthenticated", (await anybody.ProblemAsync()).Code);
        Assert.Equal("forbidden", (await refused.ProblemAsync()).Code);
    }

    /// <summary>Until nobody tries any more.</summary>
    private static async Task GiveUpAsync(ProbeApp app)
    {
        for (var attempt = 0; attempt < 8; attempt++)
        {
            await app.DrainAsync();
            app.Clock.Advance(TimeSpan.FromMinutes(6));
        }
    }

    private static async Task<HttpClient> OperatorAsync(ProbeApp app)
    {
        var client = app.App.Anonymous();
        return client.Bearing((await client.TokensAsync(Somebody.Operator)).AccessToken);
    }

    private static async Task<JsonElement> ReadAsync(HttpClient client, string path) => await (await client.GetAsync(path)).ReadAsync<JsonElement>();
}
