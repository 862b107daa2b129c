using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using SystemDesign.Platform.Outbox;
using SystemDesign.Platform.Outbox.DeadLetters;
using SystemDesign.Platform.Outbox.Tables;
using SystemDesign.Tests.Integration.Outbox.Probe;
using SystemDesign.Tests.Integration.Support;

namespace SystemDesign.Tests.Integration.Outbox;

/// <summary>State events are kept for ever, unless what they tell of is no more.</summary>
public sealed class EndedKeyTests
{
    [Fact, Trait("Notes", "B1")]
    public async Task When_a_key_ends_its_earlier_state_events_go_and_the_last_one_stays()
    {
        await using var app = new ProbeApp();
        await app.TellAsync(new Became(1, "b"), new Became(2, "c"));
        await app.TellAsync([.. Enumerable.Range(1, 1_200).Select(number => new Became(number, "a"))]);
        await app.TellAsync(new Gone(3, "a"), new Gone(4, "b"));
        await app.DrainAsync();

        await SweepAsync(app);

        Assert.Equal([("probe.became.v1", "c"), ("probe.gone.v1", "a"), ("probe.gone.v1", "b")], await KeptAsync(app));
    }

    [Fact, Trait("Notes", "B1")]
    public async Task What_comes_after_the_end_of_a_key_is_another_beginning()
    {
        await using var app = new ProbeApp();
        await app.TellAsync(new Became(1, "a"), new Gone(2, "a"), new Became(3, "a"));
        await app.DrainAsync();

        await SweepAsync(app);

        Assert.Equal([("probe.gone.v1", "a"), ("probe.became.v1", "a")], await KeptAsync(app));
    }

    [Fact, Trait("Notes", "B1")]
    public async Task What_is_not_delivered_yet_stays()
    {
        await using var app = new ProbeApp();
        await app.TellAsync(new Became(1, "a"));
        await app.DrainAsync();
        await app.TellAsync(new Became(2, "a"), new Gone(3, "a"));

        await SweepAsync(app);
        Assert.Equal(3, (await KeptAsync(app)).Count);

        await app.DrainAsync();
        await SweepAsync(app);
        Assert.Equal([1, 2], await app.NumbersAsync(nameof(NoteBecame)));
        Assert.Equal([("probe.gone.v1", "a")], await KeptAsync(app));
    }

    [Fact, Trait("Notes", "B1")]
    public async Task What_a_handler_is_owed_stays_until_it_had_it_with_all_of_its_key()
    {
        await using var app = new ProbeApp([.. ProbeApp.UsualHandlers, typeof(CopyBecame)]);
        var broken = true;
        app.Script.Before = (handler, number) => handler == nameof(CopyBecame) && number == 2 && broken ? throw new InjectedFaultException() : Task.CompletedTask;
        await app.TellAsync(new Became(1, "a"), new Became(2, "a"), new Gone(3, "a"));
        await app.DrainAsync();

        for (var attempt = 2; attempt <= 8; attempt++)
        {
            await SweepAsync(app);
            app.Clock.Advance(TimeSpan.FromMinutes(6));
            await app.DrainAsync();
        }

        // Dead by now, and an operator may want it yet.
        Assert.NotNull(Assert.Single(await app.OwedAsync()).DeadAt);
        await SweepAsync(app);
        Assert.Equal(3, (await KeptAsync(app)).Count);

        broken = false;
        Assert.True(await app.Services.GetServices<IDeadLetters>().OfType<DeadLetters<ProbeDb>>().Single().RedriveAsync((await app.OwedAsync())[0].Id, CancellationToken.None));
        await app.DrainAsync();
        await SweepAsync(app);
        Assert.Equal([1, 2], await app.NumbersAsync(nameof(CopyBecame)));
        Assert.Equal([("probe.gone.v1", "a")], await KeptAsync(app));
    }

    [Fact, Trait("Notes", "B1")]
    public async Task A_handler_that_comes_later_is_told_the_last_one_alone()
    {
        await using var data = MigratedData.Copy();
        await using (var first = new ProbeApp(data: data))
        {
            await first.TellAsync(new Became(1, "a"), new Gone(2, "a"), new Became(3, "b"));
            await first.DrainAsync();
            await SweepAsync(first);
        }

        await using var second = new ProbeApp([.. ProbeApp.UsualHandlers, typeof(LearnBecame), typeof(LearnGone)], data);
        await second.DrainAsync();

        Assert.Equal([3], await second.NumbersAsync(nameof(LearnBecame)));
        Assert.Equal([2], await second.NumbersAsync(nameof(LearnGone)));
        Assert.Equal([1, 3], await second.NumbersAsync(nameof(NoteBecame)));
    }

    private static async Task SweepAsync(ProbeApp app) =>
        await ActivatorUtilities.CreateInstance<OutboxSweep<ProbeDb>>(app.Services).RunAsync(CancellationToken.None);

    private static async Task<IReadOnlyList<(string Name, string? Key)>> KeptAsync(ProbeApp app)
    {
        await using var db = app.Open<ProbeDb>();
        var rows = await db.Set<OutboxEvent>().OrderBy(row => row.Position).Select(row => new { row.Name, row.Key }).ToListAsync();
        return [.. rows.Select(row => (row.Name, row.Key))];
    }
}
