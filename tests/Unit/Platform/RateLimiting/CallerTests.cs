using System.Net;
using SystemDesign.Platform.RateLimiting;

namespace SystemDesign.Tests.Unit.Platform.RateLimiting;

[Trait("Notes", "B2-9")]
public sealed class CallerTests
{
    [Theory]
    [InlineData("203.0.113.7", "203.0.113.7", true)]
    [InlineData("203.0.113.7", "203.0.113.8", false)]
    [InlineData("203.0.113.7", "::ffff:203.0.113.7", true)]
    [InlineData("::ffff:203.0.113.7", "::ffff:203.0.113.8", false)]
    [InlineData("2001:db8:0:1::1", "2001:db8:0:1:ffff:ffff:ffff:ffff", true)]
    [InlineData("2001:db8:0:1::1", "2001:db8:0:2::1", false)]
    [InlineData("fe80::1%1", "fe80::1%2", true)]
    [InlineData("::1", "127.0.0.1", false)]
    [InlineData("203.0.113.7", "2001:db8::203.0.113.7", false)]
    public void Addresses_that_one_party_has_are_one_caller(string one, string other, bool same) =>
        Assert.Equal(same, Caller.Of(IPAddress.Parse(one)) == Caller.Of(IPAddress.Parse(other)));

    [Fact]
    public void A_user_is_no_address_whatever_their_id()
    {
        var id = Guid.Parse("00000000-0000-0000-0000-ffffcb007107");

        Assert.Equal(Caller.Of(id), Caller.Of(id));
        Assert.NotEqual(Caller.Of(id), Caller.Of(IPAddress.Parse("203.0.113.7")));
        Assert.NotEqual(Caller.Of(id), Caller.Of(Guid.Parse("10000000-0000-0000-0000-ffffcb007107")));
    }

    [Fact]
    public void Who_comes_without_an_address_is_one_caller() => Assert.Equal(Caller.Of(address: null), Caller.Of(address: null));
}
