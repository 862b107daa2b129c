using Microsoft.Extensions.DependencyInjection;
using SystemDesign.Platform.Storage;
using SystemDesign.Tests.Integration.Support;

namespace SystemDesign.Tests.Integration.Media;

/// <summary>An application whose store can be watched.</summary>
public sealed class MediaApp : IAsyncDisposable
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

    public ValueTask DisposeAsync()
    {
        Client.Dispose();
        return App.DisposeAsync();
    }
}
