namespace SystemDesign.Tests.Integration.Support;

/// <summary>A test that needs an S3 server, in whatever profile.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class S3FactAttribute : FactAttribute
{
    public S3FactAttribute() => Skip = Profile.S3 is null && !Profile.RequireServers ? "Set TEST_S3 to an S3 server." : null;
}
