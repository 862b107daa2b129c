namespace SystemDesign.Tests.Integration.Support;

/// <summary>A test of what only the distributed profile has: servers.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class DistributedFactAttribute : FactAttribute
{
    public DistributedFactAttribute() =>
        Skip = Profile.IsDistributed ? null : "The distributed profile runs this: set TEST_POSTGRES.";
}
