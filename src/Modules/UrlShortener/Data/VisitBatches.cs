using System.Diagnostics;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using SystemDesign.Kernel.Events;
using SystemDesign.Kernel.Time;
using SystemDesign.Platform.Persistence;

namespace SystemDesign.UrlShortener.Data;

/// <summary>Writes a batch of visits: its counts, its event, and that it was written, all or none.</summary>
internal sealed class VisitBatches(IServiceScopeFactory scopes, IWriter<UrlShortenerDb> writer, TimeProvider clock)
{
    /// <summary>For how long a batch is known again. It is sent again within seconds of the database's return.</summary>
    private static readonly TimeSpan Memory = TimeSpan.FromHours(24);

    private static readonly ActivitySource Spans = new(typeof(VisitBatches).Assembly.GetName().Name!);

    /// <summary>To be called again, with the same batch, until it succeeds: nobody knows what became of one that failed.</summary>
    public async Task WriteAsync(VisitBatch batch)
    {
        using var span = Spans.StartActivity("TellVisits");
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<UrlShortenerDb>();
        scope.ServiceProvider.GetRequiredService<IOutbox>().Add(batch.Event);
        db.OnSave(async cancellationToken => await WriteAsync(db, batch, cancellationToken));
        try
        {
            await writer.SaveAsync(db, CancellationToken.None);
        }
        catch (BatchIsWrittenException)
        {
            // It was on disk, and only the answer had been lost.
        }
    }

    private async Task WriteAsync(UrlShortenerDb db, VisitBatch batch, CancellationToken cancellationToken)
    {
        var table = db.Quoted(WrittenBatchMapping.Table);
        var insert = $"INSERT INTO {table} (id) VALUES ({{0}}) ON CONFLICT DO NOTHING";
        if (await db.Database.ExecuteSqlRawAsync(insert, [batch.Id], cancellationToken) == 0)
        {
            throw new BatchIsWrittenException();
        }

        var increments = new VisitIncrements(db);
        await increments.AddAsync(batch.Hours, cancellationToken);
        await increments.AddAsync(batch.Referrers, cancellationToken);

        // For each that comes two old ones go, so that nobody needs to sweep.
        var forget = $"DELETE FROM {table} WHERE id IN (SELECT id FROM {table} WHERE id < {{0}} ORDER BY id LIMIT 2)";
        await db.Database.ExecuteSqlRawAsync(forget, [Guid.CreateVersion7(clock.Now() - Memory)], cancellationToken);
    }
}
