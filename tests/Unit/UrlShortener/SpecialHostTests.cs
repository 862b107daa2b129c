using System.Buffers.Binary;
using System.Globalization;
using System.Net;
using FsCheck;
using FsCheck.Fluent;
using SystemDesign.UrlShortener.Domain.Links;
using SystemDesign.UrlShortener.Domain.Targets;

namespace SystemDesign.Tests.Unit.UrlShortener;

/// <summary>Hosts that are nobody's website, in the spellings that have been used to get past checks.</summary>
public sealed class SpecialHostTests
{
    /// <summary>First and last address of each, written down from IANA's registry and not from the code.</summary>
    private static readonly (string First, string Last)[] Ranges =
    [
        ("0.0.0.0", "0.255.255.255"), ("10.0.0.0", "10.255.255.255"), ("100.64.0.0", "100.127.255.255"), ("127.0.0.0", "127.255.255.255"),
        ("169.254.0.0", "169.254.255.255"), ("172.16.0.0", "172.31.255.255"), ("192.0.0.0", "192.0.0.255"), ("192.0.2.0", "192.0.2.255"),
        ("192.88.99.0", "192.88.99.255"), ("192.168.0.0", "192.168.255.255"), ("198.18.0.0", "198.19.255.255"),
        ("198.51.100.0", "198.51.100.255"), ("203.0.113.0", "203.0.113.255"), ("224.0.0.0", "239.255.255.255"), ("240.0.0.0", "255.255.255.255"),
    ];

    private static readonly Config Thorough = Config.QuickThrowOnFailure.WithMaxTest(5_000);

    [Theory]
    [InlineData(nameof(TargetRefusal.Loopback), "127.0.0.1")]
    [InlineData(nameof(TargetRefusal.Loopback), "127.255.255.254")]
    [InlineData(nameof(TargetRefusal.Loopback), "2130706433")]
    [InlineData(nameof(TargetRefusal.Loopback), "0x7f000001")]
    [InlineData(nameof(TargetRefusal.Loopback), "0X7F.1")]
    [InlineData(nameof(TargetRefusal.Loopback), "0x7f.0x0.0x0.0x1")]
    [InlineData(nameof(TargetRefusal.Loopback), "0177.0.0.1")]
    [InlineData(nameof(TargetRefusal.Loopback), "0000177.0.0.01")]
    [InlineData(nameof(TargetRefusal.Loopback), "017700000001")]
    [InlineData(nameof(TargetRefusal.Loopback), "127.1")]
    [InlineData(nameof(TargetRefusal.Loopback), "127.0.1")]
    [InlineData(nameof(TargetRefusal.Loopback), "0177.0x1")]
    [InlineData(nameof(TargetRefusal.Loopback), "127.0.0.1.")]
    [InlineData(nameof(TargetRefusal.Loopback), "１２７.０.０.１")]
    [InlineData(nameof(TargetRefusal.Loopback), "①②⑦.0.0.1")]
    [InlineData(nameof(TargetRefusal.Loopback), "127。0．0｡1")]
    [InlineData(nameof(TargetRefusal.Loopback), "127.0.0.\u00ad1")]
    [InlineData(nameof(TargetRefusal.Loopback), "0")]
    [InlineData(nameof(TargetRefusal.Loopback), "0x")]
    [InlineData(nameof(TargetRefusal.Loopback), "0.0.0.0")]
    [InlineData(nameof(TargetRefusal.Loopback), "[::]")]
    [InlineData(nameof(TargetRefusal.Loopback), "[::1]")]
    [InlineData(nameof(TargetRefusal.Loopback), "[0:0:0:0:0:0:0:1]")]
    [InlineData(nameof(TargetRefusal.Loopback), "[::0.0.0.1]")]
    [InlineData(nameof(TargetRefusal.Loopback), "[::ffff:127.0.0.1]")]
    [InlineData(nameof(TargetRefusal.Loopback), "[::FFFF:7F00:1]")]
    [InlineData(nameof(TargetRefusal.Loopback), "[0:0:0:0:0:ffff:7f00:0001]")]
    [InlineData(nameof(TargetRefusal.Loopback), "[::127.0.0.1]")]
    [InlineData(nameof(TargetRefusal.Loopback), "[::ffff:0:127.0.0.1]")]
    [InlineData(nameof(TargetRefusal.Loopback), "[64:ff9b::127.0.0.1]")]
    [InlineData(nameof(TargetRefusal.Loopback), "[2002:7f00:1::]")]
    [InlineData(nameof(TargetRefusal.Loopback), "[2001:0:7f00:1::]")]
    [InlineData(nameof(TargetRefusal.Loopback), "[2001:0:808:808:0:0:80ff:fffe]")]
    [InlineData(nameof(TargetRefusal.Loopback), "localhost")]
    [InlineData(nameof(TargetRefusal.Loopback), "LocalHost.")]
    [InlineData(nameof(TargetRefusal.Loopback), "app.localhost")]
    [InlineData(nameof(TargetRefusal.Loopback), "ｌｏｃａｌｈｏｓｔ")]
    [InlineData(nameof(TargetRefusal.Loopback), "ⓛⓞⓒⓐⓛⓗⓞⓢⓣ")]
    [InlineData(nameof(TargetRefusal.Loopback), "loc\u00adalhost")]
    [InlineData(nameof(TargetRefusal.Loopback), "local\u200bhost")]
    [InlineData(nameof(TargetRefusal.PrivateAddress), "10.0.0.1")]
    [InlineData(nameof(TargetRefusal.PrivateAddress), "012.1")]
    [InlineData(nameof(TargetRefusal.PrivateAddress), "172.16.0.1")]
    [InlineData(nameof(TargetRefusal.PrivateAddress), "172.31.255.255")]
    [InlineData(nameof(TargetRefusal.PrivateAddress), "192.168.1")]
    [InlineData(nameof(TargetRefusal.PrivateAddress), "3232235777")]
    [InlineData(nameof(TargetRefusal.PrivateAddress), "100.64.0.1")]
    [InlineData(nameof(TargetRefusal.PrivateAddress), "[::ffff:10.0.0.1]")]
    [InlineData(nameof(TargetRefusal.PrivateAddress), "[2002:c0a8:101::1]")]
    [InlineData(nameof(TargetRefusal.PrivateAddress), "[64:ff9b:1::1]")]
    [InlineData(nameof(TargetRefusal.PrivateAddress), "[fc00::1]")]
    [InlineData(nameof(TargetRefusal.PrivateAddress), "[fdff::1]")]
    [InlineData(nameof(TargetRefusal.PrivateAddress), "[fec0::1]")]
    [InlineData(nameof(TargetRefusal.LinkLocal), "169.254.1.1")]
    [InlineData(nameof(TargetRefusal.LinkLocal), "[fe80::1]")]
    [InlineData(nameof(TargetRefusal.LinkLocal), "[febf::1]")]
    [InlineData(nameof(TargetRefusal.Metadata), "169.254.169.254")]
    [InlineData(nameof(TargetRefusal.Metadata), "2852039166")]
    [InlineData(nameof(TargetRefusal.Metadata), "0xa9fea9fe")]
    [InlineData(nameof(TargetRefusal.Metadata), "0251.0376.0251.0376")]
    [InlineData(nameof(TargetRefusal.Metadata), "169.254.43518")]
    [InlineData(nameof(TargetRefusal.Metadata), "[::ffff:a9fe:a9fe]")]
    [InlineData(nameof(TargetRefusal.Metadata), "[fd00:ec2::254]")]
    [InlineData(nameof(TargetRefusal.Metadata), "100.100.100.200")]
    [InlineData(nameof(TargetRefusal.Metadata), "168.63.129.16")]
    [InlineData(nameof(TargetRefusal.Multicast), "224.0.0.1")]
    [InlineData(nameof(TargetRefusal.Multicast), "239.255.255.255")]
    [InlineData(nameof(TargetRefusal.Multicast), "[ff02::1]")]
    [InlineData(nameof(TargetRefusal.Reserved), "0.1.2.3")]
    [InlineData(nameof(TargetRefusal.Reserved), "192.0.0.8")]
    [InlineData(nameof(TargetRefusal.Reserved), "192.0.2.1")]
    [InlineData(nameof(TargetRefusal.Reserved), "192.88.99.1")]
    [InlineData(nameof(TargetRefusal.Reserved), "198.19.255.255")]
    [InlineData(nameof(TargetRefusal.Reserved), "198.51.100.1")]
    [InlineData(nameof(TargetRefusal.Reserved), "203.0.113.1")]
    [InlineData(nameof(TargetRefusal.Reserved), "240.0.0.1")]
    [InlineData(nameof(TargetRefusal.Reserved), "255.255.255.255")]
    [InlineData(nameof(TargetRefusal.Reserved), "4294967295")]
    [InlineData(nameof(TargetRefusal.Reserved), "[2001:db8::1]")]
    [InlineData(nameof(TargetRefusal.Reserved), "[3fff::1]")]
    [InlineData(nameof(TargetRefusal.Reserved), "[2001:2::1]")]
    [InlineData(nameof(TargetRefusal.Reserved), "[100::1]")]
    [InlineData(nameof(TargetRefusal.Reserved), "[5f00::1]")]
    [InlineData(nameof(TargetRefusal.Reserved), "[4000::1]")]
    [InlineData(nameof(TargetRefusal.Reserved), "[::ffff:8.8.8.8]")]
    [InlineData(nameof(TargetRefusal.Reserved), "[2002:808:808::1]")]
    [InlineData(nameof(TargetRefusal.LocalName), "intranet")]
    [InlineData(nameof(TargetRefusal.LocalName), "com.")]
    [InlineData(nameof(TargetRefusal.LocalName), "xn--bcher-kva")]
    [InlineData(nameof(TargetRefusal.LocalName), "printer.local")]
    [InlineData(nameof(TargetRefusal.LocalName), "metadata.google.internal")]
    [InlineData(nameof(TargetRefusal.LocalName), "metadata.google.internal.")]
    [InlineData(nameof(TargetRefusal.LocalName), "METADATA。google．ｉnternal")]
    [InlineData(nameof(TargetRefusal.LocalName), "router.lan")]
    [InlineData(nameof(TargetRefusal.LocalName), "nas.home")]
    [InlineData(nameof(TargetRefusal.LocalName), "nas.home.arpa")]
    [InlineData(nameof(TargetRefusal.LocalName), "wiki.corp")]
    [InlineData(nameof(TargetRefusal.LocalName), "localhost.localdomain")]
    [InlineData(nameof(TargetRefusal.LocalName), "shop.test")]
    public void No_host_that_is_nobodys_website_is_taken_however_it_is_spelled(string refusal, string host)
    {
        Assert.Equal(refusal, TargetUrl.RefusalOf($"http://{host}/", OwnHosts.None)?.ToString());
        Assert.Equal(refusal, TargetUrl.RefusalOf($"https://{host}:8443?q#f", OwnHosts.None)?.ToString());
    }

    [Fact]
    public void Every_spelling_of_every_special_address_is_refused_as_the_plain_one_is() =>
        Prop.ForAll(SpecialAddress().ToArbitrary(), Spelling().ToArbitrary(), (address, spell) =>
        {
            var plain = TargetUrl.RefusalOf($"http://{Dotted(address)}/", OwnHosts.None);
            return plain is not null && TargetUrl.RefusalOf($"http://{spell(address)}/", OwnHosts.None) == plain;
        }).Check(Thorough);

    [Fact]
    public void Every_special_address_inside_another_is_refused_as_it_is_itself() =>
        Prop.ForAll(SpecialAddress().Where(address => address > 1).ToArbitrary(), address =>
        {
            var (high, low) = (address >> 16, address & 0xffff);
            var plain = TargetUrl.RefusalOf($"http://{Dotted(address)}/", OwnHosts.None);
            return new[]
            {
                $"[::ffff:{Dotted(address)}]", $"[::ffff:{high:x}:{low:x}]", $"[::{Dotted(address)}]", $"[::ffff:0:{high:x}:{low:x}]",
                $"[64:ff9b::{high:x}:{low:x}]", $"[2002:{high:x}:{low:x}::1]",
                $"[2001:0:{high:x}:{low:x}::1]", $"[2001:0:808:808::{high ^ 0xffff:x}:{low ^ 0xffff:x}]",
            }.All(host => TargetUrl.RefusalOf($"http://{host}/", OwnHosts.None) == plain);
        }).Check(Thorough);

    [Fact]
    public void Every_other_address_is_taken_in_every_spelling_and_kept_in_the_plain_one() =>
        Prop.ForAll(PublicAddress().ToArbitrary(), Spelling().ToArbitrary(), (address, spell) =>
            TargetUrl.Parse($"http://{spell(address)}/") == $"http://{Dotted(address)}/").Check(Thorough);

    [Fact]
    public void An_address_of_the_other_kind_is_taken_where_such_are_given_out_and_kept_in_one_spelling() =>
        Prop.ForAll(Gen.Choose(0, 0xffff).ArrayOf(8).ToArbitrary(), groups =>
        {
            groups[0] = 0x2400 | (groups[0] & 0xff);
            var written = $"http://[{string.Join(':', groups.Select(group => group.ToString("X4", CultureInfo.InvariantCulture)))}]/";
            return TargetUrl.Parse(written) is { } url && url.Length <= written.Length && TargetUrl.Parse(url) == url;
        }).Check(Thorough);

    [Fact]
    public void What_is_taken_is_no_special_address_to_a_reader_that_is_more_lenient() =>
        Prop.ForAll(Hosts().ToArbitrary(), host =>
            TargetUrl.Parse($"http://{host}/") is not { } url
            || !IPAddress.TryParse(new Uri(url).Host, out var address)
            || address.GetAddressBytes() is { Length: 4 } bytes && !IsSpecial(BinaryPrimitives.ReadUInt32BigEndian(bytes))).Check(Thorough);

    [Theory]
    [InlineData("https://sho.rt/s/abc")]
    [InlineData("http://sho.rt")]
    [InlineData("https://SHO.RT./s/abc")]
    [InlineData("https://sho.rt:8443/s/abc")]
    [InlineData("https://ｓｈｏ。ｒｔ/s/abc")]
    [InlineData("https://go.sho.rt/")]
    [InlineData("https://kürz.example/")]
    [InlineData("https://xn--krz-hoa.example/")]
    [InlineData("https://KÜRZ.example./")]
    [InlineData("https://1.1.1.1/")]
    [InlineData("https://0x01010101/")]
    public void No_link_leads_back_to_us(string url) => Assert.Equal(TargetRefusal.OwnHost, TargetUrl.RefusalOf(url, Ours()));

    [Theory]
    [InlineData("https://www.sho.rt/")]
    [InlineData("https://sho.rt.example.org/")]
    [InlineData("https://xsho.rt/")]
    [InlineData("https://example.org/sho.rt")]
    [InlineData("https://example.org/?u=https://sho.rt/s/abc")]
    public void What_only_looks_like_us_is_taken(string url) => Assert.Null(TargetUrl.RefusalOf(url, Ours()));

    private static OwnHosts Ours() =>
        OwnHosts.Of(new UrlShortenerOptions { PublicBaseUrl = "https://Sho.rt:443/base", OwnHosts = { "go.sho.rt.", "Kürz.example", "1.1.1.1" } });

    private static Gen<uint> SpecialAddress() =>
        from range in Gen.Elements(Ranges)
        from address in Between(ValueOf(range.First), ValueOf(range.Last))
        select address;

    private static Gen<uint> PublicAddress() =>
        Between(0, uint.MaxValue).Where(address => !IsSpecial(address) && Dotted(address) != "168.63.129.16");

    /// <summary>With the ends more often than chance would have them.</summary>
    private static Gen<uint> Between(uint first, uint last) => Gen.Frequency(
        (1, Gen.Elements(first, last)),
        (4, from high in Gen.Choose(0, 0xffff)
            from low in Gen.Choose(0, 0xffff)
            select (uint)(first + ((((ulong)high << 16) | (uint)low) % ((ulong)last - first + 1)))));

    /// <summary>One to four parts, decimal, octal or hexadecimal, with zeros before, in any width and case, with a last dot or without.</summary>
    private static Gen<Func<uint, string>> Spelling() =>
        from count in Gen.Choose(1, 4)
        from radixes in Gen.Elements(8, 10, 16).ArrayOf(4)
        from zeros in Gen.Choose(0, 12).ArrayOf(4)
        from width in Gen.Elements(0, 0, 0xfee0)
        from dot in Gen.Elements('.', '.', '\u3002', '\uff0e', '\uff61')
        from end in Gen.Elements("", "", ".")
        from capitals in Gen.Elements(true, false)
        select (Func<uint, string>)(address =>
        {
            var parts = Enumerable.Range(0, count).Select(index =>
            {
                var value = index < count - 1 ? address >> (24 - (8 * index)) & 0xff : address & (uint.MaxValue >> (8 * index));
                var text = radixes[index] switch
                {
                    8 => $"0{new string('0', zeros[index])}{Convert.ToString(value, 8)}",
                    16 => $"0x{new string('0', zeros[index])}{value:x}",
                    _ => value.ToString(CultureInfo.InvariantCulture),
                };
                return string.Concat((capitals ? text.ToUpperInvariant() : text).Select(character => (char)(character + width)));
            });
            return string.Join(dot, parts) + end;
        });

    /// <summary>Made of what addresses are made of, so that some are ones.</summary>
    private static Gen<string> Hosts() =>
        from length in Gen.Choose(1, 12)
        from characters in Gen.Elements("0001279xXfF....%[]:-a１。\u00ad".ToCharArray()).ArrayOf(length)
        select new string(characters);

    private static bool IsSpecial(uint address) => Ranges.Any(range => address >= ValueOf(range.First) && address <= ValueOf(range.Last));

    private static uint ValueOf(string dotted) => BinaryPrimitives.ReadUInt32BigEndian(IPAddress.Parse(dotted).GetAddressBytes());

    private static string Dotted(uint address) => $"{address >> 24}.{address >> 16 & 0xff}.{address >> 8 & 0xff}.{address & 0xff}";
}
