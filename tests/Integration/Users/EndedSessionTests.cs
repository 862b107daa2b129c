using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using SystemDesign.Kernel.Identity;
using SystemDesign.Kernel.Time;
using SystemDesign.Platform.Caching;
using SystemDesign.Platform.Persistence;
using SystemDesign.Platform.Security;
using SystemDesign.Tests.Integration.Support;

namespace SystemDesign.Tests.Integration.Users;

/// <summary>The access tokens of sessions that have ended, wherever and however they did.</summary>
public sealed class EndedSessionTests
{
    [Fact]
    public async Task Whoever_is_deleted_is_refused_at_once_in_all_sessions_and_all_modules()
    {
        await using var app = new App();
        using var client = app.Anonymous();
        var somebody = await client.RegisteredAsync();
        List<HttpClient> everywhere = [];
        for (var login = 0; login < 3; login++)
        {
            everywhere.Add(app.Anonymous().Bearing((await client.TokensAsync(somebody)).AccessToken));
            Assert.Null(await CodeAsync(everywhere[^1]));
        }

        using var deleted = await everywhere[0].LeaveAsync(somebody.Password);

        Assert.Equal(HttpStatusCode.NoContent, deleted.StatusCode);
        foreach (var session in everywhere)
        {
            Assert.Equal("session-ended", await CodeAsync(session));
            using var created = await session.ShortenAsync("https://example.org/");
            Assert.Equal("session-ended", (await created.ProblemAsync()).Code);
        }
    }

    [Fact]
    public async Task Nobody_who_logs_in_or_refreshes_while_the_account_is_deleted_stays_signed_in()
    {
        await using var app = new App();
        using var client = app.Anonymous();
        var somebody = await client.RegisteredAsync();
        var tokens = await Task.WhenAll(Enumerable.Range(0, 10).Select(_ => client.TokensAsync(somebody)));
        using var leaver = app.Anonymous().Bearing(tokens[0].AccessToken);

        var attempts = tokens[1..].Select(other => client.RefreshAsync(other.RefreshToken))
            .Concat(Enumerable.Range(0, 10).Select(_ => client.LogInAsync(somebody.UserName, somebody.Password)))
            .ToList();
        using var deleted = await leaver.LeaveAsync(somebody.Password);
        Assert.Equal(HttpStatusCode.NoContent, deleted.StatusCode);

        foreach (var attempt in await Task.WhenAll(attempts))
        {
            Assert.Contains(attempt.StatusCode, new[] { HttpStatusCode.OK, HttpStatusCode.Unauthorized });
            if (attempt.StatusCode is HttpStatusCode.OK)
            {
                Assert.Equal("session-ended", await CodeAsync(app.Anonymous().Bearing((await attempt.ReadAsync<TokensBody>()).AccessToken)));
            }
        }
    }

    [Fact]
    public async Task What_a_crash_leaves_undone_the_event_makes_good()
    {
        await using var app = new App(new AppSetup { Services = services => services.AddSingleton<IEndedSessions, Crash>() });
        using var client = await app.Anonymous().SignedInAsync();
        using var loggedOut = await client.PostAsync("/api/users/logout", null);
        Assert.Equal(HttpStatusCode.NoContent, loggedOut.StatusCode);

        await app.DrainAsync();

        Assert.Equal("session-ended", await CodeAsync(client));
    }

    [Fact]
    public async Task What_another_instance_ends_is_refused_5_seconds_later()
    {
        await using var app = new App();
        using var client = await app.Anonymous().SignedInAsync();
        var sessionId = await SessionOfAsync(client);

        await using (var db = await app.Services.GetRequiredService<IDbContextFactory<PlatformDb>>().CreateDbContextAsync())
        {
            db.Add(new EndedSession { Id = sessionId, EndedAt = app.Clock.Now() });
            await app.Services.GetRequiredService<IWriter<PlatformDb>>().SaveAsync(db, CancellationToken.None);
        }

        app.Clock.Advance(TimeSpan.FromSeconds(5));
        Assert.Equal("session-ended", await CodeAsync(client));
    }

    [DistributedFact]
    public async Task Two_instances_on_one_database_refuse_what_either_ends()
    {
        await using var data = MigratedData.Copy();
        await using var first = new App(new AppSetup { Data = data });
        await using var second = new App(new AppSetup { Data = data });
        using var here = first.Anonymous();
        var somebody = await here.RegisteredAsync();
        var tokens = await here.TokensAsync(somebody);
        here.Bearing(tokens.AccessToken);
        using var there = second.Anonymous().Bearing(tokens.AccessToken);
        Assert.Null(await CodeAsync(there));

        using var loggedOut = await here.PostAsync("/api/users/logout", null);

        Assert.Equal("session-ended", await CodeAsync(here));
        second.Clock.Advance(TimeSpan.FromSeconds(5));
        Assert.Equal("session-ended", await CodeAsync(there));
    }

    [Fact]
    public async Task However_often_a_session_is_used_the_database_is_asked_once_in_5_seconds()
    {
        await using var app = new App();
        using var client = await app.Anonymous().SignedInAsync();
        var loads = app.Services.GetRequiredKeyedService<TwoLevelCache<Guid, EndedSession>>(EndedSessions.CacheName).Statistics.Loads;
        var before = loads.Value;

        await Task.WhenAll(Enumerable.Range(0, 50).Select(_ => CodeAsync(client)));

        Assert.Equal(before + 1, loads.Value);
    }

    [Fact]
    public async Task Sessions_whose_access_tokens_have_expired_need_no_refusal()
    {
        await using var app = new App();
        using var client = app.Anonymous();
        var somebody = await client.RegisteredAsync();
        await client.TokensAsync(somebody);
        app.Clock.Advance(TimeSpan.FromMinutes(12));
        var recent = await SessionOfAsync(app.Anonymous().Bearing((await client.TokensAsync(somebody)).AccessToken));
        client.Bearing((await client.TokensAsync(somebody)).AccessToken);

        using var changed = await client.ChangePasswordAsync(somebody.Password, "another password");

        Assert.Equal(HttpStatusCode.NoContent, changed.StatusCode);
        Assert.Equal([recent], await ListedAsync(app));
    }

    [Fact]
    public async Task The_list_forgets_a_session_when_none_of_its_tokens_can_last()
    {
        await using var app = new App();
        using var client = await app.Anonymous().SignedInAsync();
        using var loggedOut = await client.PostAsync("/api/users/logout", null);

        // Its event would put it there once more.
        await app.DrainAsync();
        var sweep = app.Services.GetRequiredService<ExpiredRows<PlatformDb, EndedSession>>();

        app.Clock.Advance(TimeSpan.FromMinutes(10));
        await sweep.SweepAsync(CancellationToken.None);
        Assert.Single(await ListedAsync(app));

        app.Clock.Advance(TimeSpan.FromMinutes(1));
        await sweep.SweepAsync(CancellationToken.None);
        Assert.Empty(await ListedAsync(app));
    }

    private static async Task<string?> CodeAsync(HttpClient client)
    {
        using var response = await client.GetAsync("/api/users/me");
        return response.IsSuccessStatusCode ? null : (await response.ProblemAsync()).Code;
    }

    private static async Task<Guid> SessionOfAsync(HttpClient client)
    {
        using var response = await client.GetAsync("/api/users/sessions");
        return (await response.ReadAsync<PageBody<SessionBody>>()).Items.Single(session => session.Current).Id;
    }

    private static async Task<IReadOnlyList<Guid>> ListedAsync(App app)
    {
        await using var db = await app.Services.GetRequiredService<IDbContextFactory<PlatformDb>>().CreateDbContextAsync();
        return await db.EndedSessions.Select(session => session.Id).ToListAsync();
    }

    /// <summary>As if the process had died when the end was on disk and nobody had heard of it.</summary>
    private sealed class Crash : IEndedSessions
    {
        public Task AddAsync(IReadOnlyCollection<Guid> sessionIds) => Task.CompletedTask;
    }
}
