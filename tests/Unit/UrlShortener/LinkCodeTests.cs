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
    public void An_alias_is_3_to_32_of_64_characters(string code, bool valid) => Assert.Equal(valid, LinkCode.IsAlias(code));

    [Theory]
    [InlineData("a", true)]
    [InlineData("A7", true)]
    [InlineData("", false)]
    [InlineData("é7", false)]
    public void A_code_that_is_followed_may_be_shorter_since_generated_ones_may(string code, bool valid) => Assert.Equal(valid, LinkCode.IsValid(code));

    [Theory]
    [InlineData("api", true)]
    [InlineData("API", true)]
    [InlineData("Log-In", true)]
    [InlineData("apis", false)]
    public void Words_that_a_link_could_be_mistaken_by_are_reserved_in_any_case(string alias, bool reserved) => Assert.Equal(reserved, LinkCode.IsReserved(alias));

    [Fact]
    public void US_2_seven_characters_make_the_notes_three_and_a_half_trillion() =>
        Assert.Equal(3_521_614_606_208, (long)Math.Pow(62, LinkCode.GeneratedLength));
}
