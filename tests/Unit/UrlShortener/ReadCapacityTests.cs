using FluentValidation;
using FsCheck;
using FsCheck.Fluent;
using SystemDesign.UrlShortener.Domain.Capacity;
using SystemDesign.UrlShortener.Domain.Links;

namespace SystemDesign.Tests.Unit.UrlShortener;

[Trait("Notes", "US-1")]
public sealed class ReadCapacityTests
{
    [Fact]
    public async Task A_thousand_links_a_second_for_ten_years_are_the_notes_seven_letters()
    {
        var capacity = await ReadAsync(1_000, 10, 200);

        Assert.Equal((315_360_000_000, 7, 3_521_614_606_208), (capacity.Links, capacity.Length, capacity.Codes));
        Assert.Equal(63_072_000_000_000, capacity.StorageBytes);
        Assert.Equal(0.0895498m, capacity.Used, 7);
        Assert.Equal(1, capacity.Collisions.Any);
        Assert.Equal(0.0895498, capacity.Collisions.Next, 7);
    }

    [Fact]
    public async Task Each_length_has_62_times_the_codes_of_the_one_before_and_lasts_62_times_as_long()
    {
        var lengths = (await ReadAsync(1_000, 10, 200)).Lengths;

        Assert.Equal(Enumerable.Range(1, 10), lengths.Select(length => length.Length));
        Assert.All(lengths.Zip(lengths.Skip(1)), pair =>
        {
            Assert.Equal(pair.First.Codes * 62, pair.Second.Codes);
            Assert.Equal(pair.First.YearsUntilFull * 62, pair.Second.YearsUntilFull, 9);
        });
        Assert.Equal(839_299_365_868_340_224, lengths[^1].Codes);
        Assert.Equal(111.67m, lengths[6].YearsUntilFull, 2);
        Assert.Equal([false, false, false, false, false, false, true, true, true, true], lengths.Select(length => length.Sufficient));
    }

    [Fact]
    public void Whatever_is_asked_within_the_ranges_is_answered_and_the_length_is_the_first_sufficient_one() => Prop.ForAll(
        Values(CapacityInput.LinksPerSecond), Values(CapacityInput.Years), Values(CapacityInput.BytesPerLink), (linksPerSecond, years, bytesPerLink) =>
        {
            var capacity = ReadAsync(linksPerSecond, years, bytesPerLink).GetAwaiter().GetResult();
            return capacity.Lengths.First(length => length.Sufficient) is var first
                && first.Length == capacity.Length && first.Codes == capacity.Codes
                && capacity.Lengths.All(length => length.Sufficient == length.Codes > capacity.Links)
                && capacity.Lengths.All(length => length.YearsUntilFull >= years == length.Codes >= linksPerSecond * years * Demand.SecondsPerYear)
                && capacity.Used is > 0 and < 1
                && capacity.Collisions is { Any: >= 0 and <= 1, Next: > 0 and < 1 };
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(2_000));

    [Theory]
    [InlineData("0.0009", "10", "200", "LinksPerSecond", "'linksPerSecond' is one number from 0.001 to 1000000.")]
    [InlineData("1000001", "10", "200", "LinksPerSecond", "'linksPerSecond' is one number from 0.001 to 1000000.")]
    [InlineData("1000", "0", "200", "Years", "'years' is one number from 0.1 to 100.")]
    [InlineData("1000", "100.1", "200", "Years", "'years' is one number from 0.1 to 100.")]
    [InlineData("1000", "10", "-1", "BytesPerLink", "'bytesPerLink' is one number from 1 to 100000.")]
    [InlineData("1000", "10", "100001", "BytesPerLink", "'bytesPerLink' is one number from 1 to 100000.")]
    public void What_is_out_of_its_range_is_refused(string linksPerSecond, string years, string bytesPerLink, string property, string sentence)
    {
        var failure = Assert.Single(new ReadCapacity.Validator().Validate(new ReadCapacity(Number(linksPerSecond), Number(years), Number(bytesPerLink))).Errors);

        Assert.Equal(property, failure.PropertyName);
        Assert.Contains(sentence.Split(' ', 2)[1], failure.ErrorMessage, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("1000", "10", 7)]
    [InlineData("0.000001", "10", 2)]
    [InlineData("0.0001", "10", 3)]
    [InlineData("1000000", "100", 9)]
    public void The_modules_codes_are_as_long_as_what_is_expected_needs(string linksPerSecond, string years, int length)
    {
        var options = new CapacityOptions { LinksPerSecond = Number(linksPerSecond), Years = Number(years) };

        Assert.Equal(length, options.CodeLength());
        Assert.Empty(options.Validate("UrlShortener:Capacity"));
    }

    [Fact]
    public void Unless_anything_else_is_expected_the_modules_codes_have_seven_letters() =>
        Assert.Equal(LinkCode.GeneratedLength, new UrlShortenerOptions().Capacity.CodeLength());

    [Theory]
    [InlineData("0", "10", "Capacity:LinksPerSecond to more than 0")]
    [InlineData("-1", "10", "Capacity:LinksPerSecond to more than 0")]
    [InlineData("79228162514264337593543950335", "10", "at most 1000000")]
    [InlineData("1000", "0", "Capacity:Years to more than 0")]
    [InlineData("1000", "101", "at most 100")]
    [InlineData("0.0000001", "1", "codes have 2 to 10 letters: these make it 1")]
    public void What_makes_codes_too_short_or_cannot_be_is_refused_in_one_sentence(string linksPerSecond, string years, string words)
    {
        var options = new CapacityOptions { LinksPerSecond = Number(linksPerSecond), Years = Number(years) };

        Assert.Contains(words, Assert.Single(options.Validate("UrlShortener:Capacity")).ErrorMessage, StringComparison.Ordinal);
    }

    private static Task<Capacity> ReadAsync(decimal linksPerSecond, decimal years, decimal bytesPerLink)
    {
        var request = new ReadCapacity(linksPerSecond, years, bytesPerLink);
        new ReadCapacity.Validator().ValidateAndThrow(request);
        return new ReadCapacity.Handler().Handle(request, CancellationToken.None);
    }

    /// <summary>All over the range on a scale of powers, its ends included.</summary>
    private static Arbitrary<decimal> Values(CapacityInput input) => Gen.Choose(0, 1_000)
        .Select(step => Math.Clamp((decimal)((double)input.Minimum * Math.Pow((double)(input.Maximum / input.Minimum), step / 1_000.0)), input.Minimum, input.Maximum))
        .ToArbitrary();

    private static decimal Number(string text) => decimal.Parse(text, System.Globalization.CultureInfo.InvariantCulture);
}
