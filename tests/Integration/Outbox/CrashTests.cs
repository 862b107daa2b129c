using Microsoft.Extensions.DependencyInjection;
using SystemDesign.Kernel.Events;
using SystemDesign.Platform.Outbox.Delivery;
using SystemDesign.Tests.Integration.Outbox.Probe;

namespace SystemDesign.Tests.Integration.Outbox;

/// <summary>A dispatcher may die between any two of its steps: each event still has its effects once, and in the order of its key.</summary>
public sealed class CrashTests
{
    private static readonly string?[] Keys = ["a", "b", "a", null, "b", "a"];

    [Fact, Trait("Notes", "B1")]
    public Task At_any_command() => AtAnyAsync((app, place) => app.Commands.Arm(place), app => app.Commands.Disarm(), app => app.Commands.Struck, atLeast: 15);

    [Fact, Trait("Notes", "B1")]
    public Task Before_any_transaction_and_after_it() =>
        AtAnyAsync((app, place) => app.Transactions.Arm(place), app => app.Transactions.Disarm(), app => app.Transactions.Struck, atLeast: 8);

    [Fact, Trait("Notes", "B1")]
    public async Task After_the_commit_and_before_any_dispatch()
    {
        await using var data = new Support.HostData();
        await using (var told = new ProbeApp(data: data))
        {
            await told.TellAsync(new Happened(1), new Happened(2));
        }

        await using var restarted = new ProbeApp(data: data);
        await restarted.DrainAsync();

        Assert.Equal([1, 2], await restarted.NumbersAsync(nameof(NoteHappened)));
        Assert.Equal([1, 2], await restarted.NumbersAsync(nameof(CopyHappened)));
    }

    [Fact, Trait("Notes", "B1")]
    public async Task What_is_not_committed_never_happened()
    {
        await using var app = new ProbeApp();
        app.Transactions.Arm(1);
        await Assert.ThrowsAsync<InjectedFaultException>(() => app.TellAsync(new Happened(1)));
        app.Transactions.Disarm();

        await app.DrainAsync();

        Assert.Empty(app.Script.Runs);
    }

    private static async Task AtAnyAsync(Action<ProbeApp, int> arm, Action<ProbeApp> disarm, Func<ProbeApp, bool> struck, int atLeast)
    {
        await using var app = new ProbeApp();
        app.Script.Follow = true;
        var told = 0;
        var place = 0;
        do
        {
            var events = Keys.Select(key => (IEvent)new Happened(++told, key)).ToArray();
            await app.TellAsync(events);

            arm(app, ++place);
            await Record.ExceptionAsync(async () => await app.Services.GetRequiredService<Outboxes>().DrainAsync());
            disarm(app);

            // Whoever takes over waits for the lease of the dead.
            app.Clock.Advance(TimeSpan.FromSeconds(31));
            await app.DrainAsync();
        }
        while (struck(app));

        Assert.True(place > atLeast, $"Only {place} places were tried.");
        Assert.Empty(await app.OpenEventsAsync());
        Assert.Empty(await app.OwedAsync());
        foreach (var handler in new[] { nameof(NoteHappened), nameof(CopyHappened), nameof(NoteFollowed) })
        {
            Assert.Equal(Enumerable.Range(1, told), (await app.NumbersAsync(handler)).Order());
        }

        foreach (var key in new[] { "a", "b" })
        {
            var inOrder = await app.NumbersAsync(nameof(CopyHappened), key);
            Assert.Equal(inOrder.Order(), inOrder);
        }
    }
}
