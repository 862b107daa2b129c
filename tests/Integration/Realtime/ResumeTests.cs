using System.Globalization;
using Microsoft.Extensions.DependencyInjection;
using SystemDesign.Kernel.Realtime;
using SystemDesign.Platform.Realtime;
using SystemDesign.Tests.Integration.Support;

namespace SystemDesign.Tests.Integration.Realtime;

/// <summary>Frames with a position reach a device in their order, each once, whatever happens between.</summary>
public sealed class ResumeTests
{
    [Fact]
    public async Task What_was_missed_comes_first_and_then_what_is_new()
    {
        var notes = new Notes();
        await using var app = NotesModule.NewApp(notes);
        var member = await Member.OfAsync(app);
        for (var note = 1; note <= 250; note++)
        {
            notes.Add(member.Id, $"note {note}");
        }

        using var device = await Device.ConnectAsync(app, member.Token, cursor: 3);
        Assert.Equal([.. Enumerable.Range(4, 247).Select(note => $"note {note}")], await device.NotesAsync(3, 247));

        await NotesModule.WriteAsync(app, notes, member.Id, "new");
        Assert.Equal(["new"], await device.NotesAsync(250, 1));
    }

    [Fact]
    public async Task Without_a_cursor_only_what_is_new_comes_and_the_greeting_says_where_one_is()
    {
        var notes = new Notes();
        await using var app = NotesModule.NewApp(notes);
        var member = await Member.OfAsync(app);
        notes.Add(member.Id, "old");
        using var device = await Device.ConnectByQueryAsync(app, member.Token);

        var hello = await device.NextAsync();
        await NotesModule.WriteAsync(app, notes, member.Id, "new");

        Assert.Equal(("hello", 1), (Device.TypeOf(hello), hello.GetProperty("id").GetInt64()));
        Assert.Equal(["new"], await device.NotesAsync(1, 1));
    }

    [Fact]
    public async Task A_cursor_of_another_time_begins_at_the_last()
    {
        var notes = new Notes();
        await using var app = NotesModule.NewApp(notes);
        var member = await Member.OfAsync(app);
        notes.Add(member.Id, "old");
        using var device = await Device.ConnectAsync(app, member.Token, cursor: 1_000);

        await NotesModule.WriteAsync(app, notes, member.Id, "new");

        Assert.Equal(["new"], await device.NotesAsync(1, 1));
    }

    [Fact]
    public async Task Of_a_thousand_frames_that_are_sent_while_devices_connect_none_is_lost_or_doubled()
    {
        const int Count = 1_000;
        var notes = new Notes();

        // Room for all of them, and the greeting: fifteen devices on a busy machine may take them more slowly than they come.
        await using var app = NotesModule.NewApp(notes, null, ("Realtime:QueueFrames", "1001"), ("Realtime:QueueBytes", "1000000"));
        var member = await Member.OfAsync(app);
        var everything = Enumerable.Range(1, Count).Select(note => $"note {note}").ToList();

        var writing = Task.Run(async () =>
        {
            foreach (var text in everything)
            {
                await NotesModule.WriteAsync(app, notes, member.Id, text);
                await Task.Yield();
            }
        });
        var reading = Enumerable.Range(0, 15).Select(async place =>
        {
            // Each later than the one before it.
            while (notes.Of(member.Id).Count < place * 60)
            {
                await Task.Yield();
            }

            var cursor = place * 30;
            var device = await Device.ConnectAsync(app, member.Token, cursor);
            Assert.Equal(everything[cursor..], await device.NotesAsync(cursor, Count - cursor));
            return device;
        });

        var devices = await Task.WhenAll(reading);
        await writing;
        await NotesModule.SendAsync(app, member.Id, new Frame("end", new { }));
        foreach (var device in devices)
        {
            Assert.Equal("end", Device.TypeOf(await device.NextAsync()));
            device.Dispose();
        }
    }

    [Fact]
    public async Task Frames_that_come_out_of_order_or_not_at_all_are_put_right()
    {
        var notes = new Notes();
        await using var app = NotesModule.NewApp(notes);
        var member = await Member.OfAsync(app);
        using var device = await Device.ConnectAsync(app, member.Token);
        var frames = Enumerable.Range(1, 5).Select(note => notes.Add(member.Id, note.ToString(CultureInfo.InvariantCulture))).ToList();

        await NotesModule.SendAsync(app, member.Id, frames[2]);
        await NotesModule.SendAsync(app, member.Id, frames[1]);
        await NotesModule.SendAsync(app, member.Id, frames[1]);

        Assert.Equal(["1", "2", "3", "4", "5"], await device.NotesAsync(0, 5));
    }

    [Fact]
    public async Task A_frame_that_no_signal_told_of_is_found_at_the_next_poll()
    {
        var notes = new Notes();
        await using var app = NotesModule.NewApp(notes);
        var member = await Member.OfAsync(app);
        using var device = await Device.ConnectAsync(app, member.Token);
        notes.Add(member.Id, "untold");

        await app.Services.GetRequiredService<RealtimePoll>().RunAsync(CancellationToken.None);

        Assert.Equal(["untold"], await device.NotesAsync(0, 1));
    }

    [Fact]
    public async Task While_the_past_cannot_be_read_the_connection_waits_for_it()
    {
        var notes = new Notes();
        await using var app = NotesModule.NewApp(notes);
        var log = LogLines.Of(app);
        var member = await Member.OfAsync(app);
        using var device = await Device.ConnectAsync(app, member.Token);
        notes.Add(member.Id, "1");
        var second = notes.Add(member.Id, "2");

        notes.IsAway = true;
        await NotesModule.SendAsync(app, member.Id, second);
        await log.FirstAsync("Past frames of notes cannot be read");
        notes.IsAway = false;
        await app.Services.GetRequiredService<RealtimePoll>().RunAsync(CancellationToken.None);

        Assert.Equal(["1", "2"], await device.NotesAsync(0, 2));
    }

    [Fact]
    public async Task A_slow_reader_is_closed_and_resumes_where_it_was()
    {
        var notes = new Notes();
        await using var app = NotesModule.NewApp(notes, null, ("Realtime:QueueFrames", "16"), ("Realtime:QueueBytes", "1000000"));
        using var closed = new MetricsOf(app, "systemdesign.realtime.closed");
        using var overflows = new MetricsOf(app, "systemdesign.realtime.overflows");
        var member = await Member.OfAsync(app);
        using var device = await Device.ConnectAsync(app, member.Token);

        // It takes nothing: first the systems' buffers fill, then the queue.
        List<string> written = [];
        while (closed.Count(tags => tags["reason"] is "slow") == 0)
        {
            Assert.True(written.Count < 2_000, "64 MB went out to somebody who reads nothing.");
            written.Add($"{written.Count + 1} {new string('x', 32 * 1_024)}");
            await NotesModule.WriteAsync(app, notes, member.Id, written[^1]);
        }

        var taken = (await device.ReadToEndAsync()).Select(frame => frame.GetProperty("data").GetProperty("text").GetString()!).ToList();
        Assert.Equal(1013, device.CloseCode);
        Assert.Equal(written[..taken.Count], taken);
        Assert.Equal(1, overflows.Count(tags => tags["outcome"] is "closed"));
        Assert.True(taken.Count < written.Count);

        using var again = await Device.ConnectAsync(app, member.Token, taken.Count);
        Assert.Equal(written[taken.Count..], await again.NotesAsync(taken.Count, written.Count - taken.Count));
    }

    [Fact]
    public async Task Who_takes_nothing_and_does_not_close_is_given_up()
    {
        var notes = new Notes();
        await using var app = NotesModule.NewApp(notes, null, ("Realtime:QueueFrames", "1"));
        using var closed = new MetricsOf(app, "systemdesign.realtime.closed");
        var member = await Member.OfAsync(app);
        using var device = await Device.ConnectAsync(app, member.Token);
        for (var written = 0; closed.Count(tags => tags["reason"] is "slow") == 0; written++)
        {
            Assert.True(written < 2_000, "64 MB went out to somebody who reads nothing.");
            await NotesModule.WriteAsync(app, notes, member.Id, new string('x', 32 * 1_024));
        }

        var channels = app.Services.GetRequiredService<Channels>();
        Assert.Single(channels.Connections);
        app.Clock.Advance(TimeSpan.FromSeconds(5));

        while (channels.Connections.Any())
        {
            await Task.Yield();
        }
    }
}
