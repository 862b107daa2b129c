namespace SystemDesign.Tests.Integration.Support;

/// <summary>A test that needs PostgreSQL in either profile; skipped without it, unless servers are required.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class PostgresFactAttribute : FactAttribute
{
    public PostgresFactAttribute() =>
        Skip = Profile.Postgres is null && !Profile.RequireServers ? "TEST_POSTGRES is not set: no PostgreSQL to test against." : null;
}
