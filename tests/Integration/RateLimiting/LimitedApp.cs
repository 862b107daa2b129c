using System.Globalization;
using SystemDesign.Tests.Integration.Support;

namespace SystemDesign.Tests.Integration.RateLimiting;

/// <summary>The application with its limits, behind a proxy that it knows: so a client can come from any address.</summary>
public sealed class LimitedApp : Fixture
{
    internal const int LogInsPerMinute = 3;
    internal const int FloodPerMinute = 200;

    private static int addresses;

    internal App App { get; } = new(
        ("RateLimiting:Enabled", "true"),
        ("RateLimiting:Flood:PerMinute", FloodPerMinute.ToString(CultureInfo.InvariantCulture)),
        ("RateLimiting:Groups:users.login:PerMinute", LogInsPerMinute.ToString(CultureInfo.InvariantCulture)),
        ("ForwardedHeaders:KnownProxies:0", "127.0.0.1"),

        // Counted by the application's clock, which the tests move, and not by that of Redis.
        ("Redis:ConnectionString", string.Empty));

    public override ValueTask DisposeAsync() => App.DisposeAsync();

    /// <summary>A client that nobody is signed in with.</summary>
    /// <param name="address">Where it comes from; nothing for somewhere that nobody came from before.</param>
    internal HttpClient From(string? address = null)
    {
        var client = App.Anonymous();
        client.DefaultRequestHeaders.Add("X-Forwarded-For", address ?? NewAddress());
        return client;
    }

    internal static string NewAddress() => $"2001:db8:0:{Interlocked.Increment(ref addresses):x}::1";
}
