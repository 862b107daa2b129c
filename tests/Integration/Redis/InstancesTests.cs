using System.Net;
using Microsoft.Extensions.DependencyInjection;
using SystemDesign.Tests.Integration.Outbox.Probe;
using SystemDesign.Tests.Integration.Support;

namespace SystemDesign.Tests.Integration.Redis;

/// <summary>What an instance knows at once because another told it through Redis. No test here lets a lifetime pass.</summary>
[Trait("Notes", "B2-15"), Trait("Notes", "B2-29")]
public sealed class InstancesTests : IAsyncLifetime
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(5);

    private readonly HostData data = MigratedData.Copy();

    public Task InitializeAsync() => Task.CompletedTask;

    public async Task DisposeAsync() => await data.DisposeAsync();

    [RedisFact]
    [Trait("Notes", "B2-13")]
    public async Task A_link_that_one_instance_changed_is_followed_to_its_new_address_at_another()
    {
        await using var one = new App(new AppSetup { Data = data });
        await using var other = new App(new AppSetup { Data = data });
        using var owner = await one.Anonymous().SignedInAsync();
        var code = await CodeOfAsync(await owner.ShortenAsync("https://example.org/old"));
        using var visitor = other.Anonymous();
        Assert.Equal("https://example.org/old", await TargetAsync(visitor, code));
        await Hearing.HearEachOtherAsync(one, other);

        using var edited = await owner.EditAsync($"/api/url-shortener/links/{code}", """{"url":"https://example.org/new"}""");
        edited.EnsureSuccessStatusCode();
        await Hearing.HearEachOtherAsync(one, other);

        Assert.Equal("https://example.org/new", await TargetAsync(visitor, code));
    }

    [RedisFact]
    [Trait("Notes", "B2-13")]
    public async Task What_one_instance_read_another_has_without_asking_the_database()
    {
        await using var one = new App(new AppSetup { Data = data });
        await using var other = new App(new AppSetup { Data = data });
        using var owner = await one.Anonymous().SignedInAsync();
        var code = await CodeOfAsync(await owner.ShortenAsync("https://example.org/"));
        Assert.Equal("https://example.org/", await TargetAsync(one.Anonymous(), code));

        Assert.Equal("https://example.org/", await TargetAsync(other.Anonymous(), code));

        Assert.Equal(0, other.Queries.With(code));
    }

    [RedisFact]
    public async Task The_access_token_of_a_session_that_ended_at_one_instance_is_refused_at_another()
    {
        await using var one = new App(new AppSetup { Data = data });
        await using var other = new App(new AppSetup { Data = data });
        using var here = await one.Anonymous().SignedInAsync();
        using var there = other.Anonymous().Bearing(here.DefaultRequestHeaders.Authorization!.Parameter!);
        Assert.Equal(HttpStatusCode.OK, await StatusAsync(there, "/api/users/me"));
        await Hearing.HearEachOtherAsync(one, other);

        using var loggedOut = await here.PostAsync("/api/users/logout", null);
        loggedOut.EnsureSuccessStatusCode();
        await Hearing.HearEachOtherAsync(one, other);

        Assert.Equal(HttpStatusCode.Unauthorized, await StatusAsync(there, "/api/users/me"));
    }

    [RedisFact]
    [Trait("Notes", "B1")]
    public async Task An_event_that_one_instance_commits_is_delivered_by_another_that_polls_once_an_hour()
    {
        await using var teller = new ProbeApp(data: data);
        await using var listener = new ProbeApp(data: data, inBackground: true);
        var copied = new TaskCompletionSource();
        listener.Script.Before = (handler, _) =>
        {
            if (handler == nameof(CopyHappened))
            {
                copied.TrySetResult();
            }

            return Task.CompletedTask;
        };
        await Hearing.HearEachOtherAsync(teller.App, listener.App);

        await teller.TellAsync(new Happened(1));

        await copied.Task.WaitAsync(Patience);
    }

    [RedisFact]
    public async Task An_instance_does_not_hear_itself_and_the_others_hear_its_signals_in_order()
    {
        await using var one = new App(new AppSetup { Data = data });
        await using var other = new App(new AppSetup { Data = data });
        await Hearing.HearEachOtherAsync(one, other);
        var (atOne, atOther) = (new Inbox<string>(), new Inbox<string>());
        using var here = one.Signals().Subscribe("tests", content => atOne.Add([content]));
        using var there = other.Signals().Subscribe("tests", content => atOther.Add([content]));

        for (var number = 0; number < 1_000; number++)
        {
            Assert.True(await one.Signals().SendAsync("tests", $"{number} of several words"));
        }

        await other.Signals().SendAsync("tests", "from the other");
        await atOther.FirstAsync(content => content == "999 of several words").WaitAsync(Patience);
        await atOne.FirstAsync(content => content == "from the other").WaitAsync(Patience);
        Assert.Equal(Enumerable.Range(0, 1_000).Select(number => $"{number} of several words"), atOther.All);
        Assert.Equal(["from the other"], atOne.All);
    }

    private static async Task<string> CodeOfAsync(HttpResponseMessage created)
    {
        using (created)
        {
            return (await created.ReadAsync<LinkBody>()).Code;
        }
    }

    private static async Task<string?> TargetAsync(HttpClient client, string code)
    {
        using var response = await client.GetAsync($"/s/{code}");
        return response.Headers.Location?.OriginalString;
    }

    private static async Task<HttpStatusCode> StatusAsync(HttpClient client, string path)
    {
        using var response = await client.GetAsync(path);
        return response.StatusCode;
    }
}
