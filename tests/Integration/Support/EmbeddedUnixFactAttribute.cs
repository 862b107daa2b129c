namespace SystemDesign.Tests.Integration.Support;

/// <summary>A test of files in the data folder that needs Unix's users and permissions.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class EmbeddedUnixFactAttribute : FactAttribute
{
    public EmbeddedUnixFactAttribute() => Skip =
        OperatingSystem.IsWindows() ? "Permissions are set the Unix way here."
        : Profile.IsDistributed ? "The embedded profile runs this: here the data is not in files."
        : null;
}
