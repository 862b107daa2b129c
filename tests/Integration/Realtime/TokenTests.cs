using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using SystemDesign.Kernel.Realtime;
using SystemDesign.Kernel.Time;
using SystemDesign.Platform.Persistence;
using SystemDesign.Platform.Realtime;
using SystemDesign.Platform.Security;
using SystemDesign.Tests.Integration.Support;

namespace SystemDesign.Tests.Integration.Realtime;

/// <summary>A connection lasts as long as its user may be there.</summary>
public sealed class TokenTests
{
    private static readonly TimeSpan TokenLife = TimeSpan.FromMinutes(10);

    [Fact]
    public async Task A_connection_is_closed_when_its_token_expires_and_not_before()
    {
        await using var app = NotesModule.NewApp(new());
        var member = await Member.OfAsync(app);
        using var device = await Device.ConnectAsync(app, member.Token);

        app.Clock.Advance(TokenLife - TimeSpan.FromSeconds(2));
        await NotesModule.SendAsync(app, member.Id, new Frame("typing", new { }));
        Assert.Equal("typing", Device.TypeOf(await device.NextAsync()));

        app.Clock.Advance(TimeSpan.FromSeconds(2));
        Assert.Equal(4401, await device.ClosedAsync());
    }

    [Fact]
    public async Task A_new_token_in_time_keeps_it_open()
    {
        await using var app = NotesModule.NewApp(new());
        var member = await Member.OfAsync(app);
        using var device = await Device.ConnectAsync(app, member.Token);
        app.Clock.Advance(TimeSpan.FromMinutes(9));

        await device.SendAsync(new { type = "refresh", id = "r", accessToken = await member.NewTokenAsync(app) });

        var refreshed = await device.NextAsync();
        Assert.Equal(("refreshed", "r"), (Device.TypeOf(refreshed), refreshed.GetProperty("re").GetString()));
        Assert.Equal(app.Clock.GetUtcNow() + TokenLife, refreshed.GetProperty("data").GetProperty("expiresAt").GetDateTimeOffset(), TimeSpan.FromSeconds(1));
        app.Clock.Advance(TimeSpan.FromMinutes(9));
        await NotesModule.SendAsync(app, member.Id, new Frame("typing", new { }));
        Assert.Equal("typing", Device.TypeOf(await device.NextAsync()));
        app.Clock.Advance(TimeSpan.FromMinutes(2));
        Assert.Equal(4401, await device.ClosedAsync());
    }

    [Fact]
    public async Task No_other_token_keeps_it_open()
    {
        await using var app = NotesModule.NewApp(new());
        var member = await Member.OfAsync(app);
        var other = await Member.OfAsync(app);
        var ended = await member.NewTokenAsync(app);
        using (var client = app.Anonymous().Bearing(ended))
        {
            using var loggedOut = await client.PostAsync("/api/users/logout", null);
        }

        using var device = await Device.ConnectAsync(app, member.Token);
        foreach (var token in new[] { other.Token, ended, "none", null })
        {
            await device.SendAsync(new { type = "refresh", accessToken = token });
            var error = await device.NextAsync();
            Assert.Equal("error", Device.TypeOf(error));
            Assert.Equal((401, "realtime.token-refused"), (error.GetProperty("data").GetProperty("status").GetInt32(), error.GetProperty("data").GetProperty("code").GetString()));
        }

        app.Clock.Advance(TokenLife);
        Assert.Equal(4401, await device.ClosedAsync());
    }

    [Fact]
    public async Task Logging_out_closes_what_the_session_opened_and_nothing_else()
    {
        await using var app = NotesModule.NewApp(new());
        var member = await Member.OfAsync(app);
        using var device = await Device.ConnectAsync(app, member.Token);
        using var other = await Device.ConnectAsync(app, await member.NewTokenAsync(app));
        using var client = member.Client(app);

        using var loggedOut = await client.PostAsync("/api/users/logout", null);

        Assert.Equal(4401, await device.ClosedAsync());
        await NotesModule.SendAsync(app, member.Id, new Frame("typing", new { }));
        Assert.Equal("typing", Device.TypeOf(await other.NextAsync()));
    }

    [Fact]
    public async Task Whoever_is_deleted_is_disconnected_everywhere()
    {
        await using var app = NotesModule.NewApp(new());
        var member = await Member.OfAsync(app);
        using var device = await Device.ConnectAsync(app, member.Token);
        using var other = await Device.ConnectAsync(app, await member.NewTokenAsync(app));
        using var client = member.Client(app);

        using var deleted = await client.LeaveAsync(member.Somebody.Password);

        Assert.Equal(4401, await device.ClosedAsync());
        Assert.Equal(4401, await other.ClosedAsync());
    }

    [Fact]
    public async Task After_a_refresh_the_connection_is_of_the_new_session()
    {
        await using var app = NotesModule.NewApp(new());
        var member = await Member.OfAsync(app);
        using var device = await Device.ConnectAsync(app, member.Token);
        var token = await member.NewTokenAsync(app);
        await device.SendAsync(new { type = "refresh", accessToken = token });
        await device.NextAsync();
        using var old = member.Client(app);
        using var current = app.Anonymous().Bearing(token);

        using var oldEnded = await old.PostAsync("/api/users/logout", null);
        await NotesModule.SendAsync(app, member.Id, new Frame("typing", new { }));
        Assert.Equal("typing", Device.TypeOf(await device.NextAsync()));

        using var currentEnded = await current.PostAsync("/api/users/logout", null);
        Assert.Equal(4401, await device.ClosedAsync());
    }

    [Fact]
    public async Task A_session_that_ended_without_word_of_it_is_found_on_the_list()
    {
        await using var app = NotesModule.NewApp(new());
        var member = await Member.OfAsync(app);
        using var device = await Device.ConnectAsync(app, member.Token);
        await using (var db = await app.Services.GetRequiredService<IDbContextFactory<PlatformDb>>().CreateDbContextAsync())
        {
            var sessionId = app.Services.GetRequiredService<Channels>().Connections.Single().SessionId;
            db.Add(new EndedSession { Id = sessionId, EndedAt = app.Clock.Now() });
            await app.Services.GetRequiredService<IWriter<PlatformDb>>().SaveAsync(db, CancellationToken.None);
        }

        await app.Services.GetRequiredService<RealtimePoll>().RunAsync(CancellationToken.None);

        Assert.Equal(4401, await device.ClosedAsync());
    }
}
