namespace SystemDesign.Tests.Integration.Support;

/// <summary>A test that sends a signal.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class UnixFactAttribute : FactAttribute
{
    public UnixFactAttribute() => Skip = OperatingSystem.IsWindows() ? "Signals are sent the Unix way here." : null;
}
