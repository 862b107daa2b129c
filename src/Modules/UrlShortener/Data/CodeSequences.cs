using Microsoft.EntityFrameworkCore;
using SystemDesign.UrlShortener.Domain.Codes;
using SystemDesign.UrlShortener.Domain.Links;

namespace SystemDesign.UrlShortener.Data;

/// <summary>The sequence of the configured length, of which every place is given to one who asks, once.</summary>
internal sealed class CodeSequences(IDbContextFactory<UrlShortenerDb> databases, CodeMetrics metrics, UrlShortenerOptions options) : IDisposable
{
    private readonly SemaphoreSlim reading = new(1, 1);
    private PermutedCodes? order;

    public int Length { get; } = options.Capacity.CodeLength();

    /// <returns>The order of the codes, whose key is read once.</returns>
    public async ValueTask<PermutedCodes> OrderAsync(CancellationToken cancellationToken)
    {
        await reading.WaitAsync(cancellationToken);
        try
        {
            return order ??= new(await KeyAsync(cancellationToken));
        }
        finally
        {
            reading.Release();
        }
    }

    /// <summary>Takes the next places, for good when the transaction of <paramref name="db"/> is.</summary>
    /// <returns>Fewer at the end, and nothing behind it.</returns>
    public async Task<CodePlaces?> TakeAsync(UrlShortenerDb db, int count, CancellationToken transaction)
    {
        var total = (await OrderAsync(transaction)).CountOf(Length);
        var taken = await db.CodeSequences
            .Where(sequence => sequence.Length == Length && sequence.Next < total)
            .ExecuteUpdateAsync(row => row.SetProperty(sequence => sequence.Next, sequence => sequence.Next + count), transaction);
        if (taken == 0)
        {
            metrics.Measure(Length, 0);
            return null;
        }

        // Ours to read: the update holds the row until the transaction ends.
        var end = await db.CodeSequences.Where(sequence => sequence.Length == Length).Select(sequence => sequence.Next).SingleAsync(transaction);
        metrics.Measure(Length, Math.Max(0, total - end));
        return new(end - count, Math.Min(end, total), Length);
    }

    public void Dispose()
    {
        order?.Dispose();
        reading.Dispose();
    }

    private async Task<byte[]> KeyAsync(CancellationToken cancellationToken)
    {
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        return await db.CodeSequences.Where(sequence => sequence.Length == Length).Select(sequence => sequence.Key).SingleAsync(cancellationToken);
    }
}
