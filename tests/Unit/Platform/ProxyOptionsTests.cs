using System.ComponentModel.DataAnnotations;
using SystemDesign.Platform.Http;

namespace SystemDesign.Tests.Unit.Platform;

public sealed class ProxyOptionsTests
{
    [Theory]
    [InlineData("10.0.0.2", true)]
    [InlineData("fd00::2", true)]
    [InlineData("FD00:0::2", true)]
    [InlineData("::ffff:10.0.0.2", true)]
    [InlineData("", false)]
    [InlineData("proxy.example.org", false)]
    [InlineData("10.0.0.0/8", false)]
    [InlineData("10.0.0.2:80", false)]
    [InlineData("[fd00::2]:80", false)]
    [InlineData("10.1", false)]
    [InlineData("010.0.0.1", false)]
    public void A_known_proxy_is_an_address(string text, bool good) => AssertGood(good, text, options => options.KnownProxies);

    [Theory]
    [InlineData("10.0.0.0/8", true)]
    [InlineData("0.0.0.0/0", true)]
    [InlineData("fd00::/8", true)]
    [InlineData("10.0.0.2/32", true)]
    [InlineData("", false)]
    [InlineData("10.0.0.0", false)]
    [InlineData("10.0.0.2/8", false)]
    [InlineData("fd00::2/8", false)]
    [InlineData("10/8", false)]
    [InlineData("10.0.0.0/33", false)]
    [InlineData("example.org/8", false)]
    public void A_known_network_is_one_in_cidr(string text, bool good) => AssertGood(good, text, options => options.KnownNetworks);

    private static void AssertGood(bool good, string text, Func<ProxyOptions, IList<string>> list)
    {
        var options = new ProxyOptions();
        list(options).Add(text);

        var failures = options.Validate(new ValidationContext(options)).ToList();

        Assert.Equal(good, failures.Count == 0);
        Assert.All(failures, failure => Assert.Contains($"'{text}'", failure.ErrorMessage!, StringComparison.Ordinal));
    }
}
