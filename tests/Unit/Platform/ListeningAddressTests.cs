using Microsoft.Extensions.Configuration;
using SystemDesign.Platform.Startup;

namespace SystemDesign.Tests.Unit.Platform;

public sealed class ListeningAddressTests
{
    [Theory]
    [InlineData(null, null, true)]
    [InlineData("urls", "", true)]
    [InlineData("urls", "http://localhost:1", false)]
    [InlineData("http_ports", "1", false)]
    [InlineData("https_ports", "1", false)]
    [InlineData("Kestrel:Endpoints:Http:Url", "http://localhost:1", false)]
    public void The_default_stands_only_where_nothing_else_says_where_to_listen(string? key, string? value, bool unset) =>
        Assert.Equal(unset, ListeningAddress.IsUnset(Configuration(key, value)));

    [Theory]
    [InlineData(null, null, "http://localhost:8080")]
    [InlineData("urls", "http://0.0.0.0:81/;https://+:82", "http://localhost:81")]
    [InlineData("urls", "http://[::]:81", "http://localhost:81")]
    [InlineData("http_ports", "8080;8081", "http://localhost:8080")]
    [InlineData("Kestrel:Endpoints:Any:Url", "http://*:83", "http://localhost:83")]
    public void An_instance_is_opened_where_it_listens(string? key, string? value, string expected) =>
        Assert.Equal(expected, ListeningAddress.ToOpen(Configuration(key, value)));

    [Fact]
    public void Endpoints_go_before_ports_as_they_do_with_kestrel()
    {
        var configuration = new ConfigurationBuilder()
            .AddInMemoryCollection(new Dictionary<string, string?> { ["http_ports"] = "8080", ["Kestrel:Endpoints:Any:Url"] = "http://*:83" })
            .Build();

        Assert.Equal("http://localhost:83", ListeningAddress.ToOpen(configuration));
    }

    private static IConfiguration Configuration(string? key, string? value) => new ConfigurationBuilder()
        .AddInMemoryCollection(key is null ? [] : new Dictionary<string, string?> { [key] = value })
        .Build();
}
