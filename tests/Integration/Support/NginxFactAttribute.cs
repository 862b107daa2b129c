namespace SystemDesign.Tests.Integration.Support;

/// <summary>A test of several instances behind nginx.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class NginxFactAttribute : FactAttribute
{
    public NginxFactAttribute() => Skip =
        !Profile.IsDistributed ? "The distributed profile runs this: set TEST_POSTGRES."
        : Nginx.Program is null && !Profile.RequireServers ? "nginx is not installed here."
        : null;
}
