using FsCheck;
using FsCheck.Fluent;
using SystemDesign.UrlShortener.Domain.Codes;

namespace SystemDesign.Tests.Unit.UrlShortener;

[Trait("Notes", "US-2")]
public sealed class FormatPreservingPermutationTests
{
    private const string Digits = "0123456789abcdefghijklmnopqrstuvwxyz";
    private const string Key128 = "2B7E151628AED2A6ABF7158809CF4F3C";
    private const string Key192 = $"{Key128}EF4359D8D580AA4F";
    private const string Key256 = $"{Key192}7F036D6F04FC6A94";

    private static readonly Config Thorough = Config.QuickThrowOnFailure.WithMaxTest(2_000);

    /// <summary>NIST's examples with intermediate values for SP 800-38G, FF1 samples 1 to 9.</summary>
    [Theory]
    [InlineData(Key128, 10, "", "0123456789", "2433477484")]
    [InlineData(Key128, 10, "39383736353433323130", "0123456789", "6124200773")]
    [InlineData(Key128, 36, "3737373770717273373737", "0123456789abcdefghi", "a9tv40mll9kdu509eum")]
    [InlineData(Key192, 10, "", "0123456789", "2830668132")]
    [InlineData(Key192, 10, "39383736353433323130", "0123456789", "2496655549")]
    [InlineData(Key192, 36, "3737373770717273373737", "0123456789abcdefghi", "xbj3kv35jrawxv32ysr")]
    [InlineData(Key256, 10, "", "0123456789", "6657667009")]
    [InlineData(Key256, 10, "39383736353433323130", "0123456789", "1001623463")]
    [InlineData(Key256, 36, "3737373770717273373737", "0123456789abcdefghi", "xs8a0azh2avyalyzuwd")]
    public void Is_what_the_standard_calls_FF1(string key, int radix, string tweak, string plain, string cipher)
    {
        using var permutation = new FormatPreservingPermutation(Convert.FromHexString(key), radix, plain.Length, Convert.FromHexString(tweak));

        Assert.Equal(cipher, Written(permutation.Permute(Read(plain, radix)), radix, plain.Length));
        Assert.Equal(plain, Written(permutation.Invert(Read(cipher, radix)), radix, plain.Length));
    }

    [Fact]
    public void What_is_permuted_can_be_inverted_whatever_the_radix_length_and_tweak() => Prop.ForAll<byte, ulong, byte[]>((shape, number, tweak) =>
    {
        var (radix, length) = (2 + (shape % 35), 2 + (shape / 35));
        using var permutation = new FormatPreservingPermutation(Convert.FromHexString(Key128), radix, length, tweak);
        var place = number % permutation.Size;
        return permutation.Permute(place) is var permuted && permuted < permutation.Size && permutation.Invert(permuted) == place;
    }).Check(Thorough);

    [Theory]
    [InlineData(2, 2)]
    [InlineData(2, 9)]
    [InlineData(10, 3)]
    [InlineData(100, 2)]
    [InlineData(65_536, 2, 10_000)]
    public void No_two_numbers_become_the_same(int radix, int length, int? sample = null)
    {
        using var permutation = new FormatPreservingPermutation(Convert.FromHexString(Key128), radix, length);
        var count = sample ?? (int)permutation.Size;

        var permuted = Enumerable.Range(0, count).Select(place => permutation.Permute((UInt128)place)).ToHashSet();

        Assert.Equal(count, permuted.Count);
        Assert.All(permuted, number => Assert.True(number < permutation.Size));
    }

    [Fact]
    public void Cannot_be_of_one_digit_or_of_halves_beyond_64_bits_or_beyond_its_numbers()
    {
        var key = Convert.FromHexString(Key128);
        Assert.Throws<ArgumentOutOfRangeException>(() => new FormatPreservingPermutation(key, 62, 1));
        Assert.Throws<ArgumentOutOfRangeException>(() => new FormatPreservingPermutation(key, 1, 2));
        Assert.Throws<ArgumentOutOfRangeException>(() => new FormatPreservingPermutation(key, 65_537, 2));
        Assert.Throws<ArgumentOutOfRangeException>(() => new FormatPreservingPermutation(key, 62, 21));
        using var permutation = new FormatPreservingPermutation(key, 62, 2);
        Assert.Throws<ArgumentOutOfRangeException>(() => permutation.Permute(62 * 62));
        Assert.Throws<ArgumentOutOfRangeException>(() => permutation.Invert(62 * 62));
    }

    private static UInt128 Read(string digits, int radix) =>
        digits.Aggregate(UInt128.Zero, (number, digit) => (number * (uint)radix) + (uint)Digits.IndexOf(digit, StringComparison.Ordinal));

    private static string Written(UInt128 number, int radix, int length)
    {
        var digits = new char[length];
        for (var index = length - 1; index >= 0; index--)
        {
            (number, var digit) = UInt128.DivRem(number, (uint)radix);
            digits[index] = Digits[(int)digit];
        }

        return new(digits);
    }
}
