using System.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using SystemDesign.Contracts.UrlShortener;
using SystemDesign.Kernel.Events;
using SystemDesign.Platform.Background;
using SystemDesign.Platform.Persistence;
using SystemDesign.UrlShortener.Domain.Links;

namespace SystemDesign.UrlShortener.Data;

/// <summary>
/// Visits, gathered for a moment so that one event speaks for many. A process that is killed loses at most that moment; one
/// that stops loses none.
/// </summary>
internal sealed class Visits(IServiceScopeFactory scopes, IWriter<UrlShortenerDb> writer, TimeProvider clock) : IVisits, IBackgroundWork, IDisposable
{
    private static readonly TimeSpan Moment = TimeSpan.FromMilliseconds(50);

    private static readonly ActivitySource Spans = new(typeof(Visits).Assembly.GetName().Name!);

    private readonly Lock gate = new();
    private Dictionary<string, int> counts = new(StringComparer.Ordinal);

    public string Name => "url-shortener.visits";

    public Bell Bell { get; } = new();

    public void Count(string code)
    {
        using var span = Spans.StartActivity("CountVisit");
        lock (gate)
        {
            if (counts.Count == 0)
            {
                Bell.Ring();
            }

            counts[code] = counts.GetValueOrDefault(code) + 1;
        }
    }

    public async Task<TimeSpan> RunAsync(CancellationToken cancellationToken)
    {
        await Task.Delay(Moment, clock, cancellationToken);
        await FinishAsync();
        return Timeout.InfiniteTimeSpan;
    }

    public async Task FinishAsync()
    {
        var taken = Take();
        if (taken.Count == 0)
        {
            return;
        }

        try
        {
            await TellAsync(taken);
        }
        catch
        {
            GiveBack(taken);
            throw;
        }
    }

    public void Dispose() => Bell.Dispose();

    private async Task TellAsync(Dictionary<string, int> taken)
    {
        using var span = Spans.StartActivity("TellVisits");
        await using var scope = scopes.CreateAsyncScope();
        var outbox = scope.ServiceProvider.GetRequiredService<IOutbox>();
        foreach (var (code, count) in taken)
        {
            outbox.Add(new LinkVisited(code, count));
        }

        await writer.SaveAsync(scope.ServiceProvider.GetRequiredService<UrlShortenerDb>(), CancellationToken.None);
    }

    private Dictionary<string, int> Take()
    {
        lock (gate)
        {
            var taken = counts;
            counts = new(StringComparer.Ordinal);
            return taken;
        }
    }

    private void GiveBack(Dictionary<string, int> taken)
    {
        lock (gate)
        {
            foreach (var (code, count) in taken)
            {
                counts[code] = counts.GetValueOrDefault(code) + count;
            }
        }
    }
}
