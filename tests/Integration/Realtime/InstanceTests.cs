using Microsoft.Extensions.DependencyInjection;
using SystemDesign.Kernel.Realtime;
using SystemDesign.Platform.Realtime;
using SystemDesign.Platform.Signals;
using SystemDesign.Tests.Integration.Support;

namespace SystemDesign.Tests.Integration.Realtime;

/// <summary>Whichever instance a device is connected to.</summary>
public sealed class InstanceTests
{
    [RedisFact]
    public async Task A_frame_reaches_devices_on_every_instance_once_and_in_order()
    {
        const int Count = 200;
        var notes = new Notes();
        await using var data = MigratedData.Copy();
        await using var first = NotesModule.NewApp(notes, data);
        await using var second = NotesModule.NewApp(notes, data);
        await ListeningAsync(first, second);
        var member = await Member.OfAsync(first);
        using var here = await Device.ConnectAsync(first, member.Token);
        using var there = await Device.ConnectAsync(second, member.Token);
        var everything = Enumerable.Range(1, Count).Select(note => $"note {note}").ToList();

        foreach (var (note, place) in everything.Select((note, place) => (note, place)))
        {
            await NotesModule.WriteAsync(place % 2 == 0 ? first : second, notes, member.Id, note);
        }

        Assert.Equal(everything, await here.NotesAsync(0, Count));
        Assert.Equal(everything, await there.NotesAsync(0, Count));
        await NotesModule.SendAsync(first, member.Id, new Frame("typing", new { by = "ann, with a space" }));
        Assert.Equal("ann, with a space", (await there.NextAsync()).GetProperty("data").GetProperty("by").GetString());
    }

    [RedisFact]
    public async Task A_session_that_ends_on_one_instance_is_closed_on_the_others_at_once()
    {
        await using var data = MigratedData.Copy();
        await using var first = NotesModule.NewApp(new(), data);
        await using var second = NotesModule.NewApp(new(), data);
        await ListeningAsync(first, second);
        var member = await Member.OfAsync(first);
        using var there = await Device.ConnectAsync(second, member.Token);
        using var client = member.Client(first);

        using var loggedOut = await client.PostAsync("/api/users/logout", null);

        Assert.Equal(4401, await there.ClosedAsync());
    }

    [DistributedFact]
    public async Task What_no_signal_told_another_instance_of_it_finds_in_the_database()
    {
        var notes = new Notes();
        await using var data = MigratedData.Copy();
        await using var first = NotesModule.NewApp(notes, data, ("Redis:ConnectionString", ""));
        await using var second = NotesModule.NewApp(notes, data, ("Redis:ConnectionString", ""));
        var member = await Member.OfAsync(first);
        using var there = await Device.ConnectAsync(second, member.Token);

        await NotesModule.WriteAsync(first, notes, member.Id, "from afar");
        await second.Services.GetRequiredService<RealtimePoll>().RunAsync(CancellationToken.None);
        Assert.Equal(["from afar"], await there.NotesAsync(0, 1));

        // Their clocks were made when they were, and may differ by a minute at most.
        first.Clock.Advance(second.Clock.GetUtcNow() - first.Clock.GetUtcNow());
        using var client = member.Client(first);
        using var loggedOut = await client.PostAsync("/api/users/logout", null);
        await second.Services.GetRequiredService<RealtimePoll>().RunAsync(CancellationToken.None);
        Assert.Equal(4401, await there.ClosedAsync());
    }

    private static Task ListeningAsync(params IEnumerable<App> apps) =>
        Task.WhenAll(apps.Select(app => ((RedisSignals)app.Services.GetRequiredService<ISignals>()).Listening));
}
