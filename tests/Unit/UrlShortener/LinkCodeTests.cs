using SystemDesign.UrlShortener.Domain.Links;

namespace SystemDesign.Tests.Unit.UrlShortener;

public sealed class LinkCodeTests
{
    [Theory]
    [InlineData("abc", true)]
    [InlineData("A-b_9", true)]
    [InlineData("12345678901234567890123456789012", true)]
    [InlineData("123456789012345678901234567890123", false)]
    [InlineData("ab", false)]
    [InlineData("", false)]
    [InlineData("a.b", false)]
    [InlineData("a b", false)]
    [InlineData("äbc", false)]
    [InlineData("ab\n", false)]
    [InlineData("abc\0", false)]
    public void An_alias_is_3_to_32_of_64_characters(string code, bool valid) => Assert.Equal(valid, LinkCode.IsValid(code));

    [Fact]
    public void US_2_a_generated_code_has_seven_of_62_characters_and_all_of_them_occur()
    {
        var codes = Enumerable.Range(0, 10_000).Select(_ => LinkCode.Random()).ToList();

        Assert.All(codes, code => Assert.True(code.Length == 7 && LinkCode.IsValid(code) && code.All(char.IsAsciiLetterOrDigit)));
        Assert.Equal(62, codes.SelectMany(code => code).Distinct().Count());
        Assert.Equal(codes.Count, codes.Distinct(StringComparer.Ordinal).Count());
    }

    [Fact]
    public void US_2_seven_characters_make_the_notes_three_and_a_half_trillion() =>
        Assert.Equal(3_521_614_606_208, (long)Math.Pow(62, LinkCode.GeneratedLength));
}
