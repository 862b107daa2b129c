using FsCheck;
using FsCheck.Fluent;
using SystemDesign.UrlShortener.Domain.Targets;

namespace SystemDesign.Tests.Unit.UrlShortener;

public sealed class TargetUrlTests
{
    [Theory]
    [InlineData("https://example.org", "https://example.org/")]
    [InlineData("HTTP://EXAMPLE.ORG/Case", "http://example.org/Case")]
    [InlineData("  https://example.org/around ", "https://example.org/around")]
    [InlineData("https://example.org:8443/a?b=c#d", "https://example.org:8443/a?b=c#d")]
    [InlineData("https://example.org:443/", "https://example.org/")]
    [InlineData("http://example.org:/", "http://example.org/")]
    [InlineData("http://example.org:00080/", "http://example.org/")]
    [InlineData("https://example.org:65535", "https://example.org:65535/")]
    [InlineData("https://example.org?q#f", "https://example.org/?q#f")]
    [InlineData("https://example.org/#a/b?c@d", "https://example.org/#a/b?c@d")]
    [InlineData("https://example.org/?u=http://user@127.0.0.1/", "https://example.org/?u=http://user@127.0.0.1/")]
    [InlineData("https://example.org/@user", "https://example.org/@user")]
    [InlineData("https://example.org/?a\\b#c\\d", "https://example.org/?a%5Cb#c%5Cd")]
    [InlineData("https://exämple.org/ü", "https://xn--exmple-cua.org/%C3%BC")]
    [InlineData("https://xn--exmple-cua.org/", "https://xn--exmple-cua.org/")]
    [InlineData("https://XN--EXMPLE-CUA.org/", "https://xn--exmple-cua.org/")]
    [InlineData("https://日本語。jp/", "https://xn--wgv71a119e.jp/")]
    [InlineData("https://ｅｘａｍｐｌｅ．org/", "https://example.org/")]
    [InlineData("https://i❤.ws/", "https://xn--i-7iq.ws/")]
    [InlineData("https://example.org./", "https://example.org./")]
    [InlineData("https://-some_body.example.org/", "https://-some_body.example.org/")]
    [InlineData("https://1.1.1.1/", "https://1.1.1.1/")]
    [InlineData("https://0x8.0x8.010.8/", "https://8.8.8.8/")]
    [InlineData("https://134744072./", "https://8.8.8.8/")]
    [InlineData("https://1.1.1.0x/", "https://1.1.1.0/")]
    [InlineData("https://11.255.255.255/", "https://11.255.255.255/")]
    [InlineData("https://172.32.0.1/", "https://172.32.0.1/")]
    [InlineData("https://100.128.0.1/", "https://100.128.0.1/")]
    [InlineData("https://223.255.255.255/", "https://223.255.255.255/")]
    [InlineData("https://[2606:4700:4700::1111]:81/", "https://[2606:4700:4700::1111]:81/")]
    [InlineData("https://[2606:4700:4700:0:0:0:0:1111]/", "https://[2606:4700:4700::1111]/")]
    [InlineData("https://[64:ff9b::8.8.8.8]/", "https://[64:ff9b::808:808]/")]
    [InlineData("https://localhost.example.org/", "https://localhost.example.org/")]
    [InlineData("https://notlocalhost.org/", "https://notlocalhost.org/")]
    [InlineData("https://thelocal.se/", "https://thelocal.se/")]
    [InlineData("https://127.0.0.1.example.org/", "https://127.0.0.1.example.org/")]
    [InlineData("https://10.example.org/", "https://10.example.org/")]
    [InlineData("https://example.org/%zz%20 b", "https://example.org/%25zz%20%20b")]
    public void Writes_an_address_as_a_header_carries_it(string text, string expected) => Assert.Equal(expected, TargetUrl.Parse(text));

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData(" ")]
    [InlineData("example.org")]
    [InlineData("//example.org")]
    [InlineData("/path")]
    [InlineData("http:example.org")]
    [InlineData("http:/example.org")]
    [InlineData("http:\\\\example.org")]
    [InlineData("http ://example.org")]
    [InlineData("\u00a0http://example.org")]
    [InlineData("\ufeffhttp://example.org")]
    [InlineData("ｈｔｔｐ://example.org")]
    [InlineData("ftp://example.org/")]
    [InlineData("javascript:alert(1)")]
    [InlineData("javascript://example.org/%0aalert(1)")]
    [InlineData("data:text/html,hi")]
    [InlineData("file:///etc/passwd")]
    [InlineData("view-source:http://example.org/")]
    [InlineData("intent://example.org/")]
    [InlineData("httpss://example.org/")]
    public void Takes_nothing_but_http_and_https(string? text) => AssertRefused(TargetRefusal.NotOnTheWeb, text);

    [Theory]
    [InlineData("http://example.org/\t")]
    [InlineData("\nhttp://example.org/")]
    [InlineData("ht\ttp://example.org/")]
    [InlineData("java\nscript:alert(1)")]
    [InlineData("http://127.0\n.0.1/")]
    [InlineData("http://example.org/a\rb")]
    [InlineData("http://example.org/\0")]
    [InlineData("http://example.org/#\u007f")]
    [InlineData("http://example.org/?\u0085")]
    public void Takes_no_control_character(string text) => AssertRefused(TargetRefusal.ControlCharacter, text);

    [Theory]
    [InlineData("http://example.org\\@127.0.0.1/")]
    [InlineData("http://127.0.0.1\\.example.org/")]
    [InlineData("http://example.org/a\\b")]
    [InlineData("http://\\127.0.0.1/")]
    public void Takes_no_backslash_that_a_browser_would_turn(string text) => AssertRefused(TargetRefusal.Backslash, text);

    [Theory]
    [InlineData("http://user@example.org/")]
    [InlineData("http://user:password@example.org/")]
    [InlineData("http://@example.org/")]
    [InlineData("http://:@example.org/")]
    [InlineData("http://example.org:80@127.0.0.1/")]
    [InlineData("http://example.org%2f@127.0.0.1/")]
    [InlineData("https://[::1]@example.org/")]
    public void Takes_no_credentials(string text) => AssertRefused(TargetRefusal.Credentials, text);

    [Theory]
    [InlineData("http://")]
    [InlineData("http:///path")]
    [InlineData("http://?q")]
    [InlineData("http://#f")]
    [InlineData("http://:80/")]
    [InlineData("http://./")]
    [InlineData("http://exa mple.org/")]
    [InlineData("http:// example.org/")]
    [InlineData("http://example.org /")]
    [InlineData("http://example.org\u3000/")]
    [InlineData("http://example..org/")]
    [InlineData("http://.example.org/")]
    [InlineData("http://example.org../")]
    [InlineData("http://127%2e0.0.1/")]
    [InlineData("http://%31%32%37.0.0.1/")]
    [InlineData("http://ex％61mple.org/")]
    [InlineData("http://example.org／.example.com/")]
    [InlineData("http://user＠example.org/")]
    [InlineData("http://℀.example.org/")]
    [InlineData("http://exa|mple.org/")]
    [InlineData("http://exa<mple>.org/")]
    [InlineData("http://exa,mple.org/")]
    [InlineData("http://x\u202eample.org/")]
    [InlineData("http://xn--/")]
    [InlineData("http://xn--a.org/")]
    [InlineData("http://xn--127-.org/")]
    [InlineData("http://xn--8g7ccp.xn--7g7c.xn--7g7c.xn--8g7c/")]
    [InlineData("http://xn--ocalhost-in2e/")]
    [InlineData("http://xn--localhost-7ma/")]
    [InlineData("http://256.1.1.1/")]
    [InlineData("http://1.1.1.1.1/")]
    [InlineData("http://4294967296/")]
    [InlineData("http://0xfffffffffffffffffffffffffffffffffffff/")]
    [InlineData("http://1.1.1.08/")]
    [InlineData("http://1.1.1.0xg.1/")]
    [InlineData("http://example.1/")]
    [InlineData("http://example.0x7f/")]
    [InlineData("http://::1/")]
    [InlineData("http://example.org:80:80/")]
    [InlineData("http://2606:4700:4700::1111/")]
    [InlineData("http://[127.0.0.1]/")]
    [InlineData("http://[::1/")]
    [InlineData("http://::1]/")]
    [InlineData("http://[[::1]]/")]
    [InlineData("http://[fe80::1%eth0]/")]
    [InlineData("http://[fe80::1%25eth0]/")]
    [InlineData("http://[::ffff:127.1]/")]
    [InlineData("http://[v1.x]/")]
    [InlineData("http://[::1].example.org/")]
    public void Takes_no_host_that_is_none_or_is_read_in_two_ways(string text) => AssertRefused(TargetRefusal.MalformedHost, text);

    [Theory]
    [InlineData("http://example.org:0/")]
    [InlineData("http://example.org:65536/")]
    [InlineData("http://example.org:-1/")]
    [InlineData("http://example.org:+80/")]
    [InlineData("http://example.org: 80/")]
    [InlineData("http://example.org:http/")]
    [InlineData("http://example.org:８０/")]
    [InlineData("http://[2606:4700:4700::1111]:0/")]
    public void Takes_no_port_that_is_none(string text) => AssertRefused(TargetRefusal.MalformedPort, text);

    [Fact]
    public void Is_bounded_in_the_form_that_is_kept()
    {
        var fits = $"https://example.org/{new string('a', TargetUrl.MaximumLength - "https://example.org/".Length)}";

        Assert.Equal(fits, TargetUrl.Parse(fits));
        AssertRefused(TargetRefusal.TooLong, $"{fits}a");
        AssertRefused(TargetRefusal.TooLong, $"https://example.org/{new string('ü', 1_000)}");
        AssertRefused(TargetRefusal.TooLong, new string('a', 100_000));
        AssertRefused(TargetRefusal.MalformedHost, $"https://{new string('a', 64)}.org/");
        AssertRefused(TargetRefusal.MalformedHost, $"https://{string.Join('.', Enumerable.Repeat("abcdefg", 32))}.org/");
    }

    [Fact]
    public void Whatever_comes_what_goes_into_the_header_is_printable_ascii_and_stays_what_it_is() => Prop.ForAll<string>(text =>
    {
        foreach (var candidate in new[]
        {
            text, $"https://{text}", $"http://{text}.example.org", $"http://example.org/{text}", $"https://example.org/?q={text}#{text}",
        })
        {
            if (TargetUrl.Parse(candidate) is { } url
                && !(url.Length <= TargetUrl.MaximumLength && url.All(character => character is > ' ' and < '\x7f')
                    && Uri.TryCreate(url, UriKind.Absolute, out _) && TargetUrl.Parse(url) == url))
            {
                return false;
            }
        }

        return true;
    }).Check(Config.QuickThrowOnFailure.WithMaxTest(2_000));

    [Fact]
    public void Every_refusal_has_a_sentence_of_its_own()
    {
        var sentences = Enum.GetValues<TargetRefusal>().Select(refusal => refusal.Sentence()).ToList();

        Assert.All(sentences, sentence => Assert.True(sentence.StartsWith("The URL", StringComparison.Ordinal) && sentence.EndsWith('.')));
        Assert.Equal(sentences.Distinct(), sentences);
    }

    private static void AssertRefused(TargetRefusal refusal, string? text)
    {
        Assert.Equal(refusal, TargetUrl.RefusalOf(text, OwnHosts.None));
        Assert.Null(TargetUrl.Parse(text));
    }
}
