using FsCheck;
using FsCheck.Fluent;
using SystemDesign.Platform.Caching.Levels;

namespace SystemDesign.Tests.Unit.Platform.Caching;

public sealed class BoundedEntriesTests
{
    private const int Keys = 12;

    private enum Deed
    {
        Set,
        Hit,
        Remove,
    }

    private static Gen<(int Limit, (Deed Deed, int Key)[] Steps)> Steps =>
        from limit in Gen.Choose(1, 8)
        from steps in (from deed in Gen.Frequency((5, Gen.Constant(Deed.Set)), (3, Gen.Constant(Deed.Hit)), (1, Gen.Constant(Deed.Remove)))
                       from key in Gen.Choose(0, Keys - 1)
                       select (deed, key)).ArrayOf(200)
        select (limit, steps);

    [Fact]
    public void Whatever_is_done_to_them_they_are_never_too_many_and_never_wrong() => Prop
        .ForAll(Steps.ToArbitrary(), run =>
        {
            var entries = new BoundedEntries<int, string>(run.Limit);
            var last = new Dictionary<int, string>();
            foreach (var (step, number) in run.Steps.Select((step, number) => (step, number)))
            {
                Apply(entries, last, step, $"{number}");
                Assert.InRange(entries.Count, 0, run.Limit);
                Assert.Equal(entries.Count, Enumerable.Range(0, Keys).Count(key => entries.Find(key) is not null));
                Assert.All(last.Keys, key => Assert.True(entries.Find(key) is not { } entry || entry.Found.Value == last[key]));
            }
        })
        .QuickCheckThrowOnFailure();

    [Fact]
    public void The_oldest_goes_first_unless_it_was_hit()
    {
        var entries = new BoundedEntries<string, string>(3);
        Set("a", "b", "c");
        entries.Find("a")!.Hit();

        Set("d", "e");

        Assert.Equal(["a", "d", "e"], new[] { "a", "b", "c", "d", "e" }.Where(key => entries.Find(key) is not null));

        void Set(params string[] keys)
        {
            foreach (var key in keys)
            {
                entries.Set(new(key, key, expires: 0));
            }
        }
    }

    private static void Apply(BoundedEntries<int, string> entries, Dictionary<int, string> last, (Deed Deed, int Key) step, string value)
    {
        switch (step.Deed)
        {
            case Deed.Set:
                entries.Set(new(step.Key, value, expires: 0));
                last[step.Key] = value;
                Assert.NotNull(entries.Find(step.Key));
                break;
            case Deed.Hit:
                entries.Find(step.Key)?.Hit();
                break;
            default:
                entries.Remove(step.Key);
                last.Remove(step.Key);
                Assert.Null(entries.Find(step.Key));
                break;
        }
    }
}
