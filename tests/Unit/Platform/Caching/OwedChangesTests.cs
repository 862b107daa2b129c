using System.Collections.Concurrent;
using SystemDesign.Platform.Caching.Levels;
using SystemDesign.Tests.Unit.Platform.Caching.Support;

namespace SystemDesign.Tests.Unit.Platform.Caching;

public sealed class OwedChangesTests
{
    private static readonly TimeSpan Memory = TimeSpan.FromMinutes(2);

    private readonly ManualClock clock = new();

    [Fact]
    public async Task It_tries_each_second_until_all_are_told()
    {
        var attempts = new BlockingCollection<string>();
        var isBack = false;
        using var owed = new OwedChanges(key => { attempts.Add(key); return Task.FromResult(isBack); }, Memory, clock);
        owed.Add("first");
        owed.Add("second");
        Assert.Empty(attempts);

        await PassASecondAsync("first");
        Assert.True(owed.Include("first") && owed.Include("second"));

        isBack = true;
        await PassASecondAsync("first", "second");
        Assert.False(owed.Include("first"));

        async Task PassASecondAsync(params string[] expected)
        {
            clock.Advance(TimeSpan.FromSeconds(1));
            foreach (var key in expected)
            {
                Assert.Equal(key, await Task.Run(attempts.Take).WaitAsync(Hold.Patience));
            }
        }
    }

    [Fact]
    public async Task What_is_owed_again_while_it_is_told_stays_owed()
    {
        var toldBoth = new TaskCompletionSource();
        OwedChanges? owed = null;
        owed = new(
            key =>
            {
                if (key == "again")
                {
                    owed!.Add(key);
                }
                else
                {
                    toldBoth.SetResult();
                }

                return Task.FromResult(true);
            },
            Memory,
            clock);
        using var ending = owed;
        owed.Add("again");
        owed.Add("once");

        clock.Advance(TimeSpan.FromSeconds(1));
        await toldBoth.Task.WaitAsync(Hold.Patience);

        Assert.True(owed.Include("again"));
    }

    [Fact]
    public void When_too_much_is_owed_nothing_is_believed_until_it_has_ended_by_itself()
    {
        using var owed = new OwedChanges(_ => Task.FromResult(false), Memory, clock);
        for (var key = 0; key < 10_000; key++)
        {
            owed.Add($"{key}");
        }

        Assert.False(owed.Include("another"));

        owed.Add("one too many");
        Assert.True(owed.Include("another"));

        clock.Advance(Memory);
        Assert.False(owed.Include("another"));
    }
}
