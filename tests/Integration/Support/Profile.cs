namespace SystemDesign.Tests.Integration.Support;

/// <summary>
/// Which servers the application under test stands on. Embedded (SQLite) unless <c>TEST_POSTGRES</c> names a server, and with
/// Redis beside it if <c>TEST_REDIS</c> names one; <c>TEST_PROFILE=embedded</c> keeps it embedded even then, so that only the tests that ask
/// for a server use it.
/// </summary>
internal static class Profile
{
    public static string? Postgres { get; } = ServerIn("TEST_POSTGRES");

    public static string? Redis { get; } = ServerIn("TEST_REDIS");

    /// <summary>The address of an S3 server, such as <c>http://127.0.0.1:4568</c>, with s3rver's keys.</summary>
    public static string? S3 { get; } = ServerIn("TEST_S3");

    public static bool RequireServers { get; } = Environment.GetEnvironmentVariable("TEST_REQUIRE_SERVERS") == "1";

    public static bool IsDistributed { get; } = Environment.GetEnvironmentVariable("TEST_PROFILE") switch
    {
        "embedded" => false,
        "distributed" => true,
        null or "" => Postgres is not null,
        var other => throw new InvalidOperationException($"TEST_PROFILE is embedded or distributed, not '{other}'."),
    };

    private static string? ServerIn(string variable) => Environment.GetEnvironmentVariable(variable) is { Length: > 0 } server ? server : null;
}
