using System.Globalization;
using FsCheck;
using FsCheck.Fluent;
using SystemDesign.Media.Presentation;

namespace SystemDesign.Tests.Unit.Media;

/// <summary>RFC 9110, section 14.</summary>
[Trait("Notes", "WA-6")]
public sealed class ByteRangesTests
{
    private const int Longest = 60;

    private static readonly Config Thorough = Config.QuickThrowOnFailure.WithMaxTest(5_000);

    private static readonly Gen<string> Spec = Gen.OneOf(
        from first in Gen.Choose(0, Longest + 5)
        from more in Gen.Choose(0, Longest)
        select $"{first}-{first + more}",
        from first in Gen.Choose(0, Longest + 5)
        select $"{first}-",
        from suffix in Gen.Choose(0, Longest + 5)
        select $"-{suffix}");

    [Fact]
    public void Whatever_is_asked_for_each_byte_that_lies_in_a_range_is_sent_and_none_twice()
    {
        var asked = from count in Gen.Choose(1, ByteRanges.Most) from specs in Spec.ListOf(count) select specs.ToArray();
        Prop.ForAll(Gen.Choose(0, Longest).ToArbitrary(), asked.ToArbitrary(), (length, specs) =>
        {
            var ranges = ByteRanges.Read($"bytes={string.Join(", ", specs)}", length)!;
            var sent = ranges.SelectMany(range => Positions(range.From, range.To)).ToList();
            return sent.Order().SequenceEqual(specs.SelectMany(spec => Positions(spec, length)).Distinct().Order())
                && ranges.All(range => range.Length > 0 && range.From >= 0 && range.To < length);
        }).Check(Thorough);
    }

    [Theory]
    [InlineData("bytes=0-0", "0-0")]
    [InlineData("bytes=0-", "0-99")]
    [InlineData("bytes=-1", "99-99")]
    [InlineData("bytes=-1000", "0-99")]
    [InlineData("bytes=90-1000", "90-99")]
    [InlineData("BYTES=5-6", "5-6")]
    [InlineData("bytes=5-6 , 10-11,,20-21", "5-6 10-11 20-21")]
    [InlineData("bytes=50-59,0-9", "50-59 0-9")]
    [InlineData("bytes=50-59,0-9,55-69", "50-69 0-9")]
    [InlineData("bytes=0-9,10-19", "0-19")]
    [InlineData("bytes=0-9,100-200", "0-9")]
    [InlineData("bytes=0-9223372036854775807", "0-99")]
    public void Ranges_come_in_the_order_in_which_they_were_asked_for_and_those_that_touch_as_one(string header, string expected) =>
        Assert.Equal(expected, Show(ByteRanges.Read(header, 100)));

    [Theory]
    [InlineData("bytes=100-")]
    [InlineData("bytes=-0")]
    [InlineData("bytes=100-200,300-")]
    public void Where_none_lies_within_there_is_none(string header) => Assert.Equal(string.Empty, Show(ByteRanges.Read(header, 100)));

    [Theory]
    [InlineData("lines=0-1")]
    [InlineData("bytes=5-2")]
    [InlineData("bytes=a-b")]
    [InlineData("bytes=")]
    [InlineData("bytes")]
    [InlineData("bytes=1-2,x")]
    [InlineData("bytes=99999999999999999999-")]
    public void What_is_no_range_is_ignored(string header) => Assert.Null(ByteRanges.Read(header, 100));

    [Fact]
    public void Of_nothing_there_is_no_range() => Assert.Equal(string.Empty, Show(ByteRanges.Read("bytes=0-,-5", 0)));

    [Fact]
    public void More_ranges_than_anybody_needs_are_refused()
    {
        Assert.Equal(ByteRanges.Most, ByteRanges.Read(Header(ByteRanges.Most), 1_000)!.Count);
        Assert.Empty(ByteRanges.Read(Header(ByteRanges.Most + 1), 1_000)!);

        static string Header(int count) => $"bytes={string.Join(',', Enumerable.Range(0, count).Select(place => $"{place * 3}-{place * 3}"))}";
    }

    private static string? Show(IReadOnlyList<ByteRange>? ranges) => ranges is null ? null : string.Join(' ', ranges.Select(range => $"{range.From}-{range.To}"));

    /// <summary>Written down as the RFC has it, once more.</summary>
    private static IEnumerable<long> Positions(string spec, long length)
    {
        var (first, last) = (spec.Split('-')[0], spec.Split('-')[1]);
        return first.Length == 0
            ? Positions(Math.Max(0, length - Number(last)), length - 1)
            : Positions(Number(first), Math.Min(last.Length == 0 ? long.MaxValue : Number(last), length - 1));
    }

    private static IEnumerable<long> Positions(long from, long to)
    {
        for (var position = from; position <= to; position++)
        {
            yield return position;
        }
    }

    private static long Number(string text) => long.Parse(text, CultureInfo.InvariantCulture);
}
