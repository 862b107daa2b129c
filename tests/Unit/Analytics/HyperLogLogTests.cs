using SystemDesign.Analytics.Domain.Distinct;

namespace SystemDesign.Tests.Unit.Analytics;

/// <summary>How many different users there were (TW-15).</summary>
[Trait("Notes", "TW-15")]
public sealed class HyperLogLogTests
{
    [Theory]
    [InlineData(10)]
    [InlineData(1_000)]
    [InlineData(HyperLogLog.MaximumSparse)]
    [InlineData(HyperLogLog.MaximumSparse + 1)]
    [InlineData(20_000)]
    [InlineData(50_000)]
    [InlineData(1_000_000)]
    public void TW_15_Is_within_three_standard_errors_of_the_truth(int count)
    {
        for (var seed = 1; seed <= 10; seed++)
        {
            var sketch = Of(Hashes(seed, count));

            var error = Math.Abs(sketch.Estimate() - count) / (double)count;
            Assert.True(error <= 3 * HyperLogLog.StandardError, $"{sketch.Estimate()} for {count} with seed {seed}.");
        }
    }

    [Fact]
    public void Says_of_nothing_that_it_is_nothing() => Assert.Equal(0, new HyperLogLog().Estimate());

    [Fact]
    public void Is_nearly_exact_while_there_are_few()
    {
        for (var seed = 1; seed <= 10; seed++)
        {
            Assert.InRange(Of(Hashes(seed, 4_000)).Estimate(), 3_998, 4_001);
        }
    }

    [Theory]
    [InlineData(100, 100)]
    [InlineData(3_000, 3_000)]
    [InlineData(100, 20_000)]
    [InlineData(20_000, 100)]
    [InlineData(30_000, 30_000)]
    public void Merged_is_what_one_would_be_that_had_seen_both(int first, int second)
    {
        var hashes = Hashes(7, first + second).ToList();

        // A half of what the first has seen, the second sees too.
        var one = hashes[..first];
        var other = hashes[(first / 2)..];
        var union = Of(hashes);

        foreach (var (into, from) in new[] { (one, other), (other, one) })
        {
            var merged = Of(into);
            Assert.True(merged.Merge(Of(from)));
            Assert.Equal(union.Write(), merged.Write());
            Assert.False(merged.Merge(Of(from)));
        }
    }

    [Theory]
    [InlineData(1)]
    [InlineData(500)]
    [InlineData(HyperLogLog.MaximumSparse)]
    public void Becomes_the_same_registers_as_if_it_had_had_them_from_the_beginning(int count)
    {
        var dense = new HyperLogLog().Dense();
        foreach (var hash in Hashes(3, count))
        {
            dense.Add(hash);
        }

        Assert.Equal(dense.Write(), Of(Hashes(3, count)).Dense().Write());
    }

    [Fact]
    public void Keeps_the_longest_runs_there_are()
    {
        // All zeros behind the index, whether the index is of 14 bits or of 25.
        ulong[] hashes = [0, 1UL << 50, 1UL << 39, 1UL << 38, 1, ulong.MaxValue];
        var dense = new HyperLogLog().Dense();
        foreach (var hash in hashes)
        {
            dense.Add(hash);
        }

        Assert.Equal(dense.Write(), Of(hashes).Dense().Write());
        Assert.Equal(51, dense.Write()[1]);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(5)]
    [InlineData(HyperLogLog.MaximumSparse)]
    [InlineData(30_000)]
    public void Reads_what_it_wrote_and_goes_on(int count)
    {
        var hashes = Hashes(11, count + 1_000).ToList();
        var read = HyperLogLog.Read(Of(hashes[..count]).Write());
        hashes[count..].ForEach(hash => read.Add(hash));

        Assert.Equal(Of(hashes).Write(), read.Write());
        Assert.True(read.Write().Length <= HyperLogLog.Registers + 1);
    }

    [Fact]
    public void What_was_seen_before_changes_nothing()
    {
        foreach (var count in new[] { 100, 50_000 })
        {
            var sketch = Of(Hashes(5, count));

            Assert.DoesNotContain(Hashes(5, count), sketch.Add);
        }
    }

    [Fact]
    public void Refuses_what_it_never_wrote() => Assert.Throws<FormatException>(() => HyperLogLog.Read([2, 0, 0]));

    private static HyperLogLog Of(IEnumerable<ulong> hashes)
    {
        var sketch = new HyperLogLog();
        foreach (var hash in hashes)
        {
            sketch.Add(hash);
        }

        return sketch;
    }

    /// <summary>SplitMix64 (Steele and others, 2014): different for each number, and as good as drawn.</summary>
    private static IEnumerable<ulong> Hashes(int seed, int count)
    {
        var state = (ulong)seed << 40;
        for (var number = 0; number < count; number++)
        {
            var hash = state += 0x9E3779B97F4A7C15;
            hash = (hash ^ (hash >> 30)) * 0xBF58476D1CE4E5B9;
            hash = (hash ^ (hash >> 27)) * 0x94D049BB133111EB;
            yield return hash ^ (hash >> 31);
        }
    }
}
