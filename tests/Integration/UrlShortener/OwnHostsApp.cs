using SystemDesign.Tests.Integration.Support;

namespace SystemDesign.Tests.Integration.UrlShortener;

/// <summary>The application with hosts that it knows to be its own.</summary>
public sealed class OwnHostsApp : Fixture
{
    internal App App { get; } = new(("UrlShortener:PublicBaseUrl", "https://sho.rt"), ("UrlShortener:OwnHosts:0", "go.sho.rt"));

    public override ValueTask DisposeAsync() => App.DisposeAsync();
}
