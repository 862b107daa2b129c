using SystemDesign.Tests.Integration.Outbox.Probe;
using SystemDesign.Tests.Integration.Support;

namespace SystemDesign.Tests.Integration.Outbox;

/// <summary>State events are kept for handlers to come.</summary>
public sealed class ReplayTests
{
    private static readonly Type[] Later = [.. ProbeApp.UsualHandlers, typeof(LearnBecame)];

    [Fact, Trait("Notes", "B1")]
    public async Task A_handler_that_comes_later_is_told_all_state_events_first_and_the_others_are_not_told_again()
    {
        await using var data = MigratedData.Copy();
        await using (var first = new ProbeApp(data: data))
        {
            await first.TellAsync([.. Enumerable.Range(1, 300).Select(number => new Became(number, $"key {number % 3}"))]);
            await first.TellAsync(new Happened(1));
            await first.DrainAsync();
        }

        await using var second = new ProbeApp(Later, data);
        await second.TellAsync(new Became(301, "key 1"));
        await second.DrainAsync();

        Assert.Equal(Enumerable.Range(1, 301), (await second.NumbersAsync(nameof(LearnBecame))).Order());
        foreach (var key in new[] { "key 0", "key 1", "key 2" })
        {
            var inOrder = await second.NumbersAsync(nameof(LearnBecame), key);
            Assert.Equal(inOrder.Order(), inOrder);
        }

        Assert.Equal(Enumerable.Range(1, 301), (await second.NumbersAsync(nameof(NoteBecame))).Order());
        Assert.DoesNotContain(second.Script.Runs, run => run.Number == 1);
    }

    [Fact, Trait("Notes", "B1")]
    public async Task A_handler_that_was_away_is_told_what_it_missed()
    {
        await using var data = MigratedData.Copy();
        await using (var before = new ProbeApp(Later, data))
        {
            await before.TellAsync(new Became(1, "a"), new Became(2, "b"));
            await before.DrainAsync();
        }

        await using (var without = new ProbeApp(data: data))
        {
            await without.TellAsync(new Became(3, "a"), new Became(4, "c"));
            await without.DrainAsync();
        }

        await using var again = new ProbeApp(Later, data);
        await again.TellAsync(new Became(5, "a"));
        await again.DrainAsync();

        Assert.Equal([1, 2, 3, 4, 5], (await again.NumbersAsync(nameof(LearnBecame))).Order());
        Assert.Equal([1, 3, 5], await again.NumbersAsync(nameof(LearnBecame), "a"));
        Assert.Equal([1, 2, 3, 4, 5], (await again.NumbersAsync(nameof(NoteBecame))).Order());
    }

    [DistributedTheory, Trait("Notes", "B1")]
    [InlineData(true)]
    [InlineData(false)]
    public async Task During_a_rollout_an_older_build_leaves_the_replay_to_the_newer_one(bool olderFirst)
    {
        await using var data = MigratedData.Copy();
        await using var older = new ProbeApp(data: data);
        await older.TellAsync(new Became(1, "a"), new Became(2, "a"));
        await older.DrainAsync();

        await using var newer = new ProbeApp(Later, data);
        await newer.TellAsync(new Became(3, "a"));
        foreach (var app in olderFirst ? new[] { older, newer } : [newer, older])
        {
            await app.DrainAsync();
        }

        Assert.Equal([1, 2, 3], await newer.NumbersAsync(nameof(LearnBecame), "a"));
        Assert.Equal([1, 2, 3], await newer.NumbersAsync(nameof(NoteBecame), "a"));
    }
}
