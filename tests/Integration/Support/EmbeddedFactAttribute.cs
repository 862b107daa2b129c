namespace SystemDesign.Tests.Integration.Support;

/// <summary>A test of what only the embedded profile has: files in the data folder.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class EmbeddedFactAttribute : FactAttribute
{
    public EmbeddedFactAttribute() =>
        Skip = Profile.IsDistributed ? "The embedded profile runs this: here the data is not in files." : null;
}
