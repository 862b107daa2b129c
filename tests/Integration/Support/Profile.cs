namespace SystemDesign.Tests.Integration.Support;

/// <summary>
/// Which servers the application under test stands on. Embedded (SQLite) unless <c>TEST_POSTGRES</c> names a server;
/// <c>TEST_PROFILE=embedded</c> keeps it embedded even then, so that only the tests that ask for the server use it.
/// </summary>
internal static class Profile
{
    public static string? Postgres { get; } = Environment.GetEnvironmentVariable("TEST_POSTGRES") is { Length: > 0 } server ? server : null;

    public static bool RequireServers { get; } = Environment.GetEnvironmentVariable("TEST_REQUIRE_SERVERS") == "1";

    public static bool IsDistributed { get; } = Environment.GetEnvironmentVariable("TEST_PROFILE") switch
    {
        "embedded" => false,
        "distributed" => true,
        null or "" => Postgres is not null,
        var other => throw new InvalidOperationException($"TEST_PROFILE is embedded or distributed, not '{other}'."),
    };
}
