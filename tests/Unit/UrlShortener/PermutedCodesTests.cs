using System.Security.Cryptography;
using FsCheck;
using FsCheck.Fluent;
using SystemDesign.UrlShortener.Domain.Codes;
using SystemDesign.UrlShortener.Domain.Links;

namespace SystemDesign.Tests.Unit.UrlShortener;

[Trait("Notes", "US-2")]
public sealed class PermutedCodesTests : IDisposable
{
    private static readonly Config Thorough = Config.QuickThrowOnFailure.WithMaxTest(5_000);

    private readonly PermutedCodes codes = new(RandomNumberGenerator.GetBytes(32));

    [Theory]
    [InlineData(2, 3_844)]
    [InlineData(3, 238_328)]
    public void All_codes_of_a_length_come_and_each_once(int length, int count)
    {
        var all = Enumerable.Range(0, count).Select(place => codes.CodeAt(place, length)).ToHashSet(StringComparer.Ordinal);

        Assert.Equal(count, codes.CountOf(length));
        Assert.Equal(count, all.Count);
        Assert.All(all, code => Assert.True(code.Length == length && code.All(letter => LinkCode.Base62.Contains(letter, StringComparison.Ordinal))));
    }

    [Fact]
    public void A_code_leads_back_to_its_place() => Prop.ForAll(Gen.Choose(2, 10).ToArbitrary(), Arb.From(ArbMap.Default.GeneratorFor<ulong>()), (length, number) =>
    {
        var place = (long)(number % (ulong)codes.CountOf(length));
        return codes.CodeAt(place, length) is var code && code.Length == length && codes.PlaceOf(code) == place;
    }).Check(Thorough);

    [Fact]
    public void The_last_code_of_each_length_is_there_and_none_after_it()
    {
        for (var length = PermutedCodes.MinimumLength; length <= PermutedCodes.MaximumLength; length++)
        {
            var count = codes.CountOf(length);
            Assert.Equal(count - 1, codes.PlaceOf(codes.CodeAt(count - 1, length)));
            Assert.Throws<ArgumentOutOfRangeException>(() => codes.CodeAt(count, length));
            Assert.Throws<ArgumentOutOfRangeException>(() => codes.CodeAt(-1, length));
        }

        Assert.Equal(3_521_614_606_208, codes.CountOf(7));
    }

    [Fact]
    public void Lengths_end_where_halves_and_64_bits_do()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => codes.CodeAt(0, 1));
        Assert.Throws<ArgumentOutOfRangeException>(() => codes.CodeAt(0, 11));
    }

    [Fact]
    public void Another_key_makes_another_order()
    {
        using var others = new PermutedCodes(RandomNumberGenerator.GetBytes(32));

        // Of 1,000 places in 62^7 hardly one has the same code by chance.
        Assert.InRange(Enumerable.Range(0, 1_000).Count(place => codes.CodeAt(place, 7) == others.CodeAt(place, 7)), 0, 1);
    }

    [Fact]
    public void Neighbours_have_nothing_in_common()
    {
        var shared = Enumerable.Range(0, 10_000)
            .Select(place => codes.CodeAt(place, 7).Zip(codes.CodeAt(place + 1, 7)).Count(letters => letters.First == letters.Second))
            .Sum();

        // Of 70,000 pairs of letters, one in 62 is the same by chance: 1,129, give or take 33.
        Assert.InRange(shared, 900, 1_400);
    }

    [Fact]
    public void Many_threads_see_one_order()
    {
        var inTurn = Enumerable.Range(0, 20_000).Select(place => codes.CodeAt(place, 7)).ToArray();

        var atOnce = Enumerable.Range(0, 20_000).AsParallel().AsOrdered().WithDegreeOfParallelism(8).Select(place => codes.CodeAt(place, 7)).ToArray();

        Assert.Equal(inTurn, atOnce);
    }

    public void Dispose() => codes.Dispose();
}
