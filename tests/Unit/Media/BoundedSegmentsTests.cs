using FsCheck;
using FsCheck.Fluent;
using SystemDesign.Media.Data.Edge;
using SystemDesign.Media.Domain.Delivery;

namespace SystemDesign.Tests.Unit.Media;

[Trait("Notes", "B2-22")]
public sealed class BoundedSegmentsTests
{
    private const int Limit = 1_000_000;

    [Fact]
    public void However_it_is_used_it_never_keeps_more_than_its_limit_and_counts_what_it_keeps()
    {
        var step = from name in Gen.Choose(0, 40) from size in Gen.Choose(0, 300_000) from kind in Gen.Choose(0, 9) select (name, size, kind);
        Prop.ForAll(step.ListOf(200).ToArbitrary(), steps =>
        {
            var kept = new BoundedSegments(Limit);
            foreach (var (name, size, kind) in steps)
            {
                if (kind == 0)
                {
                    kept.Remove($"{name}");
                }
                else if (kept.Find(new($"{name}", kind % 3)) is null)
                {
                    kept.Add(SegmentOf($"{name}", kind % 3, size));
                }

                var found = Enumerable.Range(0, 41).SelectMany(each => Enumerable.Range(0, 3).Select(index => kept.Find(new($"{each}", index))?.Cost ?? 0)).ToList();
                if (kept.Cost > Limit || found.Sum() != kept.Cost || found.Count(cost => cost > 0) != kept.Count)
                {
                    return false;
                }
            }

            return true;
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(100));
    }

    [Fact]
    public void Who_watches_a_long_video_once_pushes_out_nothing_that_everybody_looks_at()
    {
        var kept = new BoundedSegments(Limit);
        var pictures = Enumerable.Range(0, 5).Select(number => $"picture-{number}").ToList();
        for (var round = 0; round < 3; round++)
        {
            foreach (var picture in pictures)
            {
                if (kept.Find(new(picture, 0)) is null)
                {
                    kept.Add(SegmentOf(picture, 0, 100_000));
                }
            }
        }

        for (var segment = 0; segment < 100; segment++)
        {
            kept.Add(SegmentOf("video", segment, 100_000));
        }

        Assert.All(pictures, picture => Assert.NotNull(kept.Find(new(picture, 0))));
    }

    [Fact]
    public void What_is_asked_for_again_soon_after_it_left_stays_from_then_on()
    {
        var kept = new BoundedSegments(Limit);
        for (var number = 0; number < 9; number++)
        {
            kept.Add(SegmentOf($"{number}", 0, 100_000));
        }

        kept.Add(SegmentOf("new", 0, 100_000));
        Assert.Null(kept.Find(new("0", 0)));
        kept.Add(SegmentOf("0", 0, 100_000));
        for (var number = 100; number < 150; number++)
        {
            kept.Add(SegmentOf($"{number}", 0, 100_000));
        }

        Assert.NotNull(kept.Find(new("0", 0)));
    }

    [Fact]
    public void What_is_larger_than_all_there_is_is_not_kept_and_costs_the_others_nothing()
    {
        var kept = new BoundedSegments(Limit);
        kept.Add(SegmentOf("small", 0, 10));

        Assert.Equal(0, kept.Add(SegmentOf("large", 0, Limit)));

        Assert.Null(kept.Find(new("large", 0)));
        Assert.NotNull(kept.Find(new("small", 0)));
    }

    [Fact]
    public void An_object_goes_whole()
    {
        var kept = new BoundedSegments(Limit);
        kept.Add(SegmentOf("one", 0, 10));
        kept.Add(SegmentOf("one", 7, 10));
        kept.Add(SegmentOf("one", SegmentKey.Brotli, 10));
        kept.Add(SegmentOf("other", 0, 10));

        kept.Remove("one");

        Assert.Equal(1, kept.Count);
        Assert.NotNull(kept.Find(new("other", 0)));
    }

    private static Segment SegmentOf(string name, long index, int size) => new(new(name, index), new(MediaPartOutcome.Read, new byte[size]));
}
