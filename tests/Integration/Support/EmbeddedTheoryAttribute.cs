namespace SystemDesign.Tests.Integration.Support;

/// <summary>Tests of what only the embedded profile has: files in the data folder.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class EmbeddedTheoryAttribute : TheoryAttribute
{
    public EmbeddedTheoryAttribute() =>
        Skip = Profile.IsDistributed ? "The embedded profile runs this: here the data is not in files." : null;
}
