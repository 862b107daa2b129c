namespace SystemDesign.Tests.Integration.Support;

/// <summary>What a host process keeps between its starts, in the profile's databases.</summary>
internal sealed class HostData : IAsyncDisposable
{
    private readonly TemporaryFolder folder = new();
    private readonly PostgresDatabase? database = Profile.IsDistributed ? PostgresDatabase.Create() : null;

    public IReadOnlyDictionary<string, string> Settings => database is null
        ? new Dictionary<string, string> { ["Data:Path"] = folder.FullPath }
        : new Dictionary<string, string>
        {
            ["Data:Path"] = folder.FullPath,
            ["Persistence:Provider"] = "Postgres",
            ["Persistence:ConnectionString"] = database.ConnectionString,

            // Nobody else sends requests here, so that nobody is to be given notice.
            ["Stopping:NoticeSeconds"] = "0",
        };

    /// <summary>The settings as a command line has them.</summary>
    public string[] Arguments => [.. Settings.Select(setting => $"--{setting.Key}={setting.Value}")];

    public IReadOnlyList<string> Files() => Directory.GetFiles(folder.FullPath);

    public async ValueTask DisposeAsync()
    {
        if (database is not null)
        {
            await database.DisposeAsync();
        }

        folder.Dispose();
    }
}
