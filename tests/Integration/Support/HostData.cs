namespace SystemDesign.Tests.Integration.Support;

/// <summary>What a host process keeps between its starts, in the profile's databases.</summary>
internal sealed class HostData : IAsyncDisposable
{
    private readonly TemporaryFolder folder;
    private readonly PostgresDatabase? database;

    /// <summary>Nothing yet: whoever starts first migrates.</summary>
    public HostData()
        : this(new TemporaryFolder(), Profile.IsDistributed ? PostgresDatabase.Create() : null)
    {
    }

    private HostData(TemporaryFolder folder, PostgresDatabase? database)
    {
        this.folder = folder;
        this.database = database;
        Settings = new Dictionary<string, string>([.. OnFiles(), .. OnServers()]);
    }

    public IReadOnlyDictionary<string, string> Settings { get; }

    /// <summary>The settings as a command line has them.</summary>
    public string[] Arguments => [.. Settings.Select(setting => $"--{setting.Key}={setting.Value}")];

    /// <summary>What is there now, for another; nobody may use it meanwhile.</summary>
    public HostData Copy() => new(folder.Copy(), database is null ? null : PostgresDatabase.CopyOf(database));

    public IReadOnlyList<string> Files() => Directory.GetFiles(folder.FullPath);

    public async ValueTask DisposeAsync()
    {
        if (database is not null)
        {
            await database.DisposeAsync();
        }

        folder.Dispose();
    }

    private IEnumerable<KeyValuePair<string, string>> OnFiles() => [new("Data:Path", folder.FullPath)];

    private IEnumerable<KeyValuePair<string, string>> OnServers()
    {
        if (database is not null)
        {
            yield return new("Persistence:Provider", "Postgres");
            yield return new("Persistence:ConnectionString", database.ConnectionString);

            // Nobody else sends requests here, so that nobody is to be given notice.
            yield return new("Stopping:NoticeSeconds", "0");
            if (Profile.Redis is { } redis)
            {
                yield return new("Redis:ConnectionString", redis);
                yield return new("Redis:Prefix", $"{database.Name}:");
            }
        }
    }
}
