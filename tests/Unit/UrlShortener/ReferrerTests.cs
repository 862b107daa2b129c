using FsCheck;
using FsCheck.Fluent;
using SystemDesign.UrlShortener.Domain.Visits;

namespace SystemDesign.Tests.Unit.UrlShortener;

[Trait("Notes", "B1")]
public sealed class ReferrerTests
{
    [Theory]
    [InlineData("https://news.example.org/a/page?of=it", "news.example.org")]
    [InlineData("HTTP://News.Example.ORG", "news.example.org")]
    [InlineData("https://example.org:8443/", "example.org")]
    [InlineData("https://user:secret@example.org/", "example.org")]
    [InlineData("https://example.org./", "example.org")]
    [InlineData("https://exämple.org/", "xn--exmple-cua.org")]
    [InlineData("https://192.0.2.1/", "192.0.2.1")]
    [InlineData("https://[2001:DB8::1]:81/", "2001:db8::1")]
    public void Keeps_the_host_and_nothing_else(string address, string host) => Assert.Equal(host, Referrer.HostOf(address));

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData(" ")]
    [InlineData("about:blank")]
    [InlineData("example.org")]
    [InlineData("/path")]
    [InlineData("https://")]
    [InlineData("https://exa mple.org/")]
    [InlineData("https://(others)/")]
    [InlineData("android-app://org.example/")]
    [InlineData("javascript:alert(1)")]
    [InlineData("file:///etc/passwd")]
    [InlineData("https://./")]
    public void Is_nothing_if_it_is_not_of_the_web(string? address) => Assert.Null(Referrer.HostOf(address));

    [Fact]
    public void Is_bounded()
    {
        var label = new string('a', 48);
        var fits = $"{label}.{label}.cc";

        Assert.Equal(Referrer.MaximumLength, fits.Length);
        Assert.Equal(fits, Referrer.HostOf($"https://{fits}/"));
        Assert.Null(Referrer.HostOf($"https://{fits}c/"));
    }

    [Fact]
    public void Whatever_comes_it_is_a_host_in_lower_case_and_ascii_or_nothing() => Prop.ForAll<string>(text =>
    {
        foreach (var address in new[] { text, $"https://{text}", $"http://{text}.example.org/{text}", $"https://example.org/{text}", $"https://xn--{text}/" })
        {
            if (Referrer.HostOf(address) is { } host
                && !(host.Length is > 0 and <= Referrer.MaximumLength && host.All(letter => letter is > ' ' and < '\x7f' and not (>= 'A' and <= 'Z') and not '(')))
            {
                return false;
            }
        }

        return true;
    }).Check(Config.QuickThrowOnFailure.WithMaxTest(5_000));
}
