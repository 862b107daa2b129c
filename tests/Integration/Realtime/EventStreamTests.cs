using System.Net;
using SystemDesign.Tests.Integration.Support;

namespace SystemDesign.Tests.Integration.Realtime;

/// <summary>The same frames for who only reads (WHATWG HTML, section 9.2).</summary>
public sealed class EventStreamTests
{
    [Fact]
    public async Task A_stream_greets_and_brings_what_is_new_with_its_id()
    {
        var notes = new Notes();
        await using var app = NotesModule.NewApp(notes);
        var member = await Member.OfAsync(app);
        notes.Add(member.Id, "old");
        using var stream = await EventStreamReader.OpenAsync(app, member.Token);

        Assert.Equal("text/event-stream", stream.Response.Content.Headers.ContentType?.MediaType);
        Assert.True(stream.Response.Headers.CacheControl?.NoStore);
        Assert.Equal(["retry: 1000"], await stream.BlockAsync());
        var hello = await stream.BlockAsync();
        Assert.Equal(["id: 1", "event: hello"], hello.Take(2));
        await NotesModule.WriteAsync(app, notes, member.Id, "new\nin two lines");

        Assert.Equal(["id: 2", "event: note", """data: {"text":"new\nin two lines"}"""], await stream.BlockAsync());
    }

    [Theory]
    [InlineData("?cursor=1", null)]
    [InlineData("", "1")]
    [InlineData("?cursor=0", "1")]
    public async Task A_reader_that_comes_back_goes_on_where_it_was(string query, string? lastEventId)
    {
        var notes = new Notes();
        await using var app = NotesModule.NewApp(notes);
        var member = await Member.OfAsync(app);
        foreach (var text in new[] { "1", "2", "3" })
        {
            notes.Add(member.Id, text);
        }

        using var stream = await EventStreamReader.OpenAsync(app, member.Token, query, lastEventId);
        await stream.BlockAsync();
        await stream.BlockAsync();

        Assert.Equal("id: 2", (await stream.BlockAsync())[0]);
        Assert.Equal("id: 3", (await stream.BlockAsync())[0]);
    }

    [Fact]
    public async Task A_browser_shows_its_token_in_the_query()
    {
        await using var app = NotesModule.NewApp(new());
        var member = await Member.OfAsync(app);
        using var client = app.Anonymous();

        using var refused = await client.GetAsync("/api/notes/stream?access_token=none");
        using var stream = await client.GetAsync(
            $"/api/notes/stream?access_token={Uri.EscapeDataString(member.Token)}", HttpCompletionOption.ResponseHeadersRead);

        Assert.Equal((HttpStatusCode.Unauthorized, HttpStatusCode.OK), (refused.StatusCode, stream.StatusCode));
    }

    [Fact]
    public async Task A_silent_stream_shows_that_it_lives()
    {
        await using var app = NotesModule.NewApp(new());
        using var stream = await EventStreamReader.OpenAsync(app, (await Member.OfAsync(app)).Token);
        await stream.BlockAsync();
        await stream.BlockAsync();

        app.Clock.Advance(TimeSpan.FromSeconds(25));

        Assert.Equal([":"], await stream.BlockAsync());
    }

    [Fact]
    public async Task With_its_token_a_stream_ends_and_says_why()
    {
        await using var app = NotesModule.NewApp(new());
        using var stream = await EventStreamReader.OpenAsync(app, (await Member.OfAsync(app)).Token);
        await stream.BlockAsync();
        await stream.BlockAsync();

        app.Clock.Advance(TimeSpan.FromMinutes(10));

        Assert.Equal(["event: expired", "data: {}"], await stream.BlockAsync());
        Assert.Null(await stream.LineAsync());
    }

    [Fact]
    public async Task Whoever_goes_away_leaves_room()
    {
        await using var app = NotesModule.NewApp(new(), null, ("Realtime:ConnectionsPerUser", "1"));
        using var closed = new MetricsOf(app, "systemdesign.realtime.closed");
        var member = await Member.OfAsync(app);
        using (var stream = await EventStreamReader.OpenAsync(app, member.Token))
        {
            await stream.BlockAsync();
        }

        while (closed.Count(tags => tags["transport"] is "event-stream" && tags["reason"] is "lost") == 0)
        {
            await Task.Yield();
        }

        Assert.Equal(HttpStatusCode.SwitchingProtocols, await Device.TryUntilThereIsRoomAsync(app, member.Token));
    }
}
