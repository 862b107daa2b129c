using FsCheck;
using FsCheck.Fluent;
using SystemDesign.UrlShortener.Domain.Links;

namespace SystemDesign.Tests.Unit.UrlShortener;

public sealed class TargetUrlTests
{
    [Theory]
    [InlineData("https://example.org", "https://example.org/")]
    [InlineData("HTTP://EXAMPLE.ORG/Case", "http://example.org/Case")]
    [InlineData("https://example.org:8443/a?b=c#d", "https://example.org:8443/a?b=c#d")]
    [InlineData("https://exämple.org/ü", "https://xn--exmple-cua.org/%C3%BC")]
    [InlineData("https://[2001:db8::1]:81/", "https://[2001:db8::1]:81/")]
    [InlineData("https://example.org/%zz%20 b", "https://example.org/%25zz%20%20b")]
    public void Writes_an_address_as_a_header_carries_it(string text, string expected) => Assert.Equal(expected, TargetUrl.Parse(text));

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData(" ")]
    [InlineData("example.org")]
    [InlineData("//example.org")]
    [InlineData("/path")]
    [InlineData("http://")]
    [InlineData("http:///path")]
    [InlineData("https://exa mple.org/")]
    [InlineData("ftp://example.org/")]
    [InlineData("javascript:alert(1)")]
    [InlineData("data:text/html,hi")]
    [InlineData("file:///etc/passwd")]
    public void Takes_nothing_but_http_and_https(string? text) => Assert.Null(TargetUrl.Parse(text));

    [Fact]
    public void Is_bounded_in_the_form_that_is_kept()
    {
        var fits = $"https://example.org/{new string('a', TargetUrl.MaximumLength - "https://example.org/".Length)}";

        Assert.Equal(fits, TargetUrl.Parse(fits));
        Assert.Null(TargetUrl.Parse($"{fits}a"));
        Assert.Null(TargetUrl.Parse($"https://example.org/{new string('ü', 1_000)}"));
    }

    [Fact]
    public void Whatever_comes_what_goes_into_the_header_is_printable_ascii_and_stays_what_it_is() => Prop.ForAll<string>(text =>
    {
        foreach (var candidate in new[] { text, $"https://{text}", $"http://example.org/{text}", $"https://example.org/?q={text}#{text}" })
        {
            if (TargetUrl.Parse(candidate) is { } url && !(url.All(character => character is > ' ' and < '\x7f') && TargetUrl.Parse(url) == url))
            {
                return false;
            }
        }

        return true;
    }).Check(Config.QuickThrowOnFailure.WithMaxTest(2_000));
}
