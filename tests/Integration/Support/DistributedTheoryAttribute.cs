namespace SystemDesign.Tests.Integration.Support;

/// <summary>Tests of what only the distributed profile has: servers.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class DistributedTheoryAttribute : TheoryAttribute
{
    public DistributedTheoryAttribute() =>
        Skip = Profile.IsDistributed ? null : "The distributed profile runs this: set TEST_POSTGRES.";
}
