using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using SystemDesign.Platform.Background;
using SystemDesign.Tests.Integration.Support;
using SystemDesign.Twitter.Data;

namespace SystemDesign.Tests.Integration.Twitter;

/// <summary>The application, in which nothing of Twitter's goes on in the background unless the test says so: no event is handed on, nothing told or counted.</summary>
public sealed class QuietApp : Fixture
{
    private readonly App app = new(new AppSetup { Services = Silence });

    internal App App => app;

    internal ManualClock Clock => app.Clock;

    internal IServiceProvider Services => app.Services;

    internal Task DrainAsync() => app.DrainAsync();

    /// <summary>What an instance does when it looks whose hour is over.</summary>
    internal async Task TellCrowdsAsync()
    {
        await Services.GetRequiredService<TellCrowds>().RunAsync(CancellationToken.None);
        await DrainAsync();
    }

    /// <summary>Writes what was counted so far, as the end of a moment does.</summary>
    internal Task FlushAsync() => Services.GetRequiredService<Impressions>().FinishAsync();

    internal async Task<Tweeter[]> TweetersAsync(int count) => await Task.WhenAll(Enumerable.Range(0, count).Select(_ => Tweeter.NewAsync(app)));

    internal async Task<(Tweeter Ada, Tweeter Bob)> TwoAsync()
    {
        var two = await TweetersAsync(2);
        await DrainAsync();
        return (two[0], two[1]);
    }

    public override ValueTask DisposeAsync() => app.DisposeAsync();

    private static void Silence(IServiceCollection services)
    {
        foreach (var worker in services.Where(service => service.ServiceType == typeof(IHostedService) && IsOfTwitter(service.ImplementationType)).ToList())
        {
            services.Remove(worker);
        }
    }

    /// <summary>Work of the module's own, or of the platform's on its database.</summary>
    private static bool IsOfTwitter(Type? type) =>
        type is { IsGenericType: true }
        && type.GetGenericTypeDefinition() == typeof(BackgroundWorker<>)
        && type.GetGenericArguments()[0] is var work
        && (work.Assembly == typeof(TwitterDb).Assembly || work.GetGenericArguments().Contains(typeof(TwitterDb)));
}
