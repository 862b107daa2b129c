using System.Diagnostics;
using System.Globalization;

namespace SystemDesign.Tests.Integration.Support;

/// <summary>.NET can kill a process but not signal one; every system has a program that can.</summary>
internal static class ProcessSignals
{
    /// <param name="process">Whom.</param>
    /// <param name="name">Without SIG: <c>TERM</c>.</param>
    public static async Task SignalAsync(this Process process, string name)
    {
        using var kill = Process.Start("kill", [$"-{name}", process.Id.ToString(CultureInfo.InvariantCulture)]);
        await kill.WaitForExitAsync();
    }
}
