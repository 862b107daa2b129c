using SystemDesign.Tests.Load.Processes;

namespace SystemDesign.Tests.Load.Servers;

/// <summary>Publishes the host of this very tree, as an operator would.</summary>
internal static class HostPublisher
{
    public static async Task<string> PublishAsync(string folder, CancellationToken cancellationToken)
    {
        await Progress.SayAsync("publish src/Host");
        await using var publish = ChildProcess.Start(
            "dotnet", SolutionFolder(), "publish", "src/Host", "--configuration", "Release", "--output", folder, "--nologo");
        await publish.FinishAsync(cancellationToken);
        return folder;
    }

    public static string SolutionFolder()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "SystemDesign.sln")))
            {
                return folder.FullName;
            }
        }

        throw new LoadException("SystemDesign.sln is in no folder above this program: name a published host with --app FOLDER.");
    }
}
