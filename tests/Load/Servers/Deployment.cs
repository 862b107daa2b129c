namespace SystemDesign.Tests.Load.Servers;

/// <summary>Instances of one product, and a user of it.</summary>
internal sealed class Deployment : IAsyncDisposable
{
    private readonly IAsyncDisposable? database;

    private Deployment(IReadOnlyList<Server> instances, IAsyncDisposable? database)
    {
        Instances = instances;
        this.database = database;
    }

    public IReadOnlyList<Server> Instances { get; }

    /// <summary>Any request can go to any of them; these go to the first.</summary>
    public HttpClient Client => Instances[0].Client;

    /// <summary>The one instance that files can have.</summary>
    public static async Task<Deployment> OnFilesAsync(PublishedHost host, CancellationToken cancellationToken) =>
        new([await host.StartAsync(host.NewDataFolder(), cancellationToken)], null);

    public static async Task<Deployment> OnServersAsync(PublishedHost host, ProductServers servers, int count, CancellationToken cancellationToken)
    {
        var database = await servers.NewDatabaseAsync(cancellationToken);
        return new(await StartAsync(host, database, count, cancellationToken), database);
    }

    /// <summary>One after another, since they would wait for the first to make the tables.</summary>
    public static async Task<IReadOnlyList<Server>> StartAsync(PublishedHost host, ProductDatabase database, int count, CancellationToken cancellationToken)
    {
        var instances = new List<Server>();
        for (var number = 0; number < count; number++)
        {
            instances.Add(await host.StartAsync(database.Settings, cancellationToken));
        }

        return instances;
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var instance in Instances)
        {
            await instance.DisposeAsync();
        }

        if (database is not null)
        {
            await database.DisposeAsync();
        }
    }
}
