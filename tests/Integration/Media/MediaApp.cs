using Microsoft.Extensions.DependencyInjection;
using SystemDesign.Media.Data;
using SystemDesign.Platform.Storage;
using SystemDesign.Tests.Integration.Support;

namespace SystemDesign.Tests.Integration.Media;

/// <summary>An application whose store can be watched, and that puts away what is unused, and writes down who read what, when a test says so.</summary>
public sealed class MediaApp : Fixture
{
    public MediaApp()
        : this(data: null)
    {
    }

    /// <param name="data">Of another instance's; nothing: of its own.</param>
    /// <param name="settings">Beyond the usual.</param>
    internal MediaApp(HostData? data, params (string Key, string Value)[] settings)
    {
        App = new(new AppSetup
        {
            Data = data,
            Settings = settings,
            Services = services => services
                .WithoutWorker<FreezeUnused>()
                .WithoutWorker<LastReads>()
                .AddSingleton(provider => new WatchedObjects(provider.GetRequiredService<IStorage>()))
                .AddSingleton<IObjectStore>(provider => provider.GetRequiredService<WatchedObjects>()),
        });
        Client = App.Anonymous();
    }

    internal App App { get; }

    /// <summary>Of nobody.</summary>
    internal HttpClient Client { get; }

    internal WatchedObjects Store => App.Services.GetRequiredService<WatchedObjects>();

    internal ManualClock Clock => App.Clock;

    public override ValueTask DisposeAsync()
    {
        Client.Dispose();
        return App.DisposeAsync();
    }
}
