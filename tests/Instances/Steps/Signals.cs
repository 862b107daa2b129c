using System.Runtime.InteropServices;

namespace SystemDesign.Tests.Instances.Steps;

/// <summary>Signals of a process to itself. Raised and not sent: then the thread that asks for it does not get a step further.</summary>
internal static partial class Signals
{
    public const int Kill = 9;

    /// <summary>SIGSTOP has another number on the BSDs, of which macOS is one.</summary>
    public static int Stop => OperatingSystem.IsLinux() ? 19 : 17;

    [LibraryImport("libc", EntryPoint = "raise")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    public static partial int Raise(int signal);
}
