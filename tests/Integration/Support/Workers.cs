using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using SystemDesign.Platform.Background;

namespace SystemDesign.Tests.Integration.Support;

/// <summary>For tests that do background work themselves, step by step, and nobody else may do it meanwhile.</summary>
internal static class Workers
{
    public static IServiceCollection WithoutWorker<TWork>(this IServiceCollection services)
        where TWork : class, IBackgroundWork
    {
        services.Remove(services.Single(service =>
            service.ServiceType == typeof(IHostedService) && service.ImplementationType == typeof(BackgroundWorker<TWork>)));
        return services;
    }

    /// <summary>Ends when the background has done what it does at the start. Then it rests for as long as no test takes, unless its bell is rung.</summary>
    /// <param name="app">Whose.</param>
    /// <param name="work">See <see cref="IBackgroundWork.Name"/>.</param>
    public static async Task UntilHasRunAsync(this App app, string work)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromMinutes(5));
        using var tick = new PeriodicTimer(TimeSpan.FromMilliseconds(20));
        while (app.Services.GetRequiredService<WorkBoard>().States.Single(state => state.Name == work).Runs == 0)
        {
            await tick.WaitForNextTickAsync(patience.Token);
        }
    }
}
