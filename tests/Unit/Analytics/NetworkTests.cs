using System.Net;
using SystemDesign.Analytics.Domain.Traffic;

namespace SystemDesign.Tests.Unit.Analytics;

public sealed class NetworkTests
{
    [Theory]
    [InlineData("203.0.113.77", "203.0.113.0/24")]
    [InlineData("203.0.113.0", "203.0.113.0/24")]
    [InlineData("255.255.255.255", "255.255.255.0/24")]
    [InlineData("0.0.0.9", "0.0.0.0/24")]
    [InlineData("::ffff:203.0.113.77", "203.0.113.0/24")]
    [InlineData("2001:db8:1:2:3:4:5:6", "2001:db8:1::/48")]
    [InlineData("2001:db8::1", "2001:db8::/48")]
    [InlineData("fe80::1%3", "fe80::/48")]
    [InlineData("::1", "::/48")]
    public void Is_an_address_without_what_tells_its_users_apart(string address, string network) =>
        Assert.Equal(network, Network.Of(IPAddress.Parse(address))?.ToString());

    [Fact]
    public void There_is_none_where_there_is_no_address() => Assert.Null(Network.Of(null));

    [Fact]
    public void Two_addresses_of_one_network_are_one() =>
        Assert.Equal(Network.Of(IPAddress.Parse("198.51.100.1")), Network.Of(IPAddress.Parse("198.51.100.254")));
}
