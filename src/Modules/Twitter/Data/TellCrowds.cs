using System.Diagnostics;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using SystemDesign.Kernel.Events;
using SystemDesign.Kernel.Time;
using SystemDesign.Platform.Background;
using SystemDesign.Platform.Persistence;
using SystemDesign.Twitter.Domain.Notices;

namespace SystemDesign.Twitter.Data;

/// <summary>
/// Tells how many came to a crowd when its hour is over (TW-14). To count them, to forget them and to tell of them is one transaction, in which their
/// rows are held: so a process that dies has told all or none, and two instances never tell of the same ones.
/// </summary>
internal sealed class TellCrowds(IServiceScopeFactory scopes, IWriter<TwitterDb> writer, TimeProvider clock) : IBackgroundWork, IDisposable
{
    /// <summary>Crowds to a transaction: others wait for those of them that they want to join.</summary>
    private const int Portion = 50;

    /// <summary>An hour may be that much longer.</summary>
    private static readonly TimeSpan Rest = TimeSpan.FromMinutes(1);

    private static readonly ActivitySource Spans = new(typeof(TellCrowds).Assembly.GetName().Name!);

    public string Name => "twitter.crowds";

    public Bell Bell { get; } = new();

    public async Task<TimeSpan> RunAsync(CancellationToken cancellationToken)
    {
        while (await TellAsync(cancellationToken))
        {
            cancellationToken.ThrowIfCancellationRequested();
        }

        return Rest;
    }

    public void Dispose() => Bell.Dispose();

    /// <returns>Whether there may be more.</returns>
    private async Task<bool> TellAsync(CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<TwitterDb>();
        var now = clock.Now();
        if (!await db.Crowds.AnyAsync(crowd => crowd.EndsAt <= now, cancellationToken))
        {
            return false;
        }

        using var span = Spans.StartActivity(nameof(TellCrowds));
        var held = 0;
        var crowds = scope.ServiceProvider.GetRequiredService<Crowds>();
        var outbox = scope.ServiceProvider.GetRequiredService<IOutbox>();
        db.OnSave(async transaction =>
        {
            var due = await crowds.HoldDueAsync(now, Portion, transaction);
            held = due.Count;
            List<int> numbers = [.. due.Select(row => row.Listener)];
            var listeners = await db.People.AsNoTracking()
                .Where(person => numbers.Contains(person.Number) && person.LeftAt == null).ToDictionaryAsync(person => person.Number, transaction);
            foreach (var row in due)
            {
                var people = await crowds.EndHourAsync(row, now, transaction);
                if (people > 0 && listeners.TryGetValue(row.Listener, out var listener))
                {
                    outbox.Add(Notice.Of(new(row.Kind, row.Subject), people, listener, row.EndsAt, now));
                }
            }
        });
        await writer.SaveAsync(db, cancellationToken);
        return held == Portion;
    }
}
