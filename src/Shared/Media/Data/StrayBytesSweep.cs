using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using SystemDesign.Kernel.Time;
using SystemDesign.Media.Domain.Uploads;
using SystemDesign.Platform.Background;
using SystemDesign.Platform.Storage;

namespace SystemDesign.Media.Data;

/// <summary>
/// Removes bytes that no row knows: of a piece or an object whose process died between the store and the database. They cost room and nothing
/// else, and finding them is a list of the whole store: once a day is often enough.
/// </summary>
internal sealed partial class StrayBytesSweep(
    IDbContextFactory<MediaDb> databases, Transactions transactions, IObjectStore store, MediaSweep sweep, MediaOptions options, MediaMetrics metrics, TimeProvider clock)
    : IBackgroundWork, IDisposable
{
    private const int Portion = 500;

    private static readonly TimeSpan Rest = TimeSpan.FromDays(1);

    /// <summary>A process that has just started has better things to do.</summary>
    private static readonly TimeSpan BeforeTheFirst = TimeSpan.FromMinutes(10);

    private bool hasRested;

    public string Name => "media.strays";

    public Bell Bell { get; } = new();

    public async Task<TimeSpan> RunAsync(CancellationToken cancellationToken)
    {
        if (!hasRested)
        {
            hasRested = true;
            return BeforeTheFirst;
        }

        await SweepAsync(cancellationToken);
        return Rest;
    }

    public async Task SweepAsync(CancellationToken cancellationToken)
    {
        // A piece gets its row at the end of its request, and no request outlasts the upload's own patience.
        var pieces = store.ListAsync(StagedBytes.Prefix, cancellationToken);
        await SweepAsync(pieces, clock.Now() - options.UploadLifetime - MediaSweep.Margin, KnownPiecesAsync, DeletePieceAsync, "piece", cancellationToken);
        foreach (var digit in "0123456789abcdef")
        {
            var objects = store.ListAsync(digit.ToString(), cancellationToken).Where(facts => IsObject().IsMatch(facts.Name));
            await SweepAsync(objects, clock.Now() - MediaSweep.Grace, KnownObjectsAsync, DeleteObjectAsync, "bytes", cancellationToken);
        }

        // Of users who have nothing, most of whom have left.
        await transactions.ChangeAsync((db, transaction) =>
            db.Usages.Where(usage => usage.UsedBytes == 0 && usage.ReservedBytes == 0 && usage.Uploads == 0).ExecuteDeleteAsync(transaction));
    }

    public void Dispose() => Bell.Dispose();

    private async Task SweepAsync(
        IAsyncEnumerable<ObjectFacts> listed,
        DateTimeOffset until,
        Func<MediaDb, IReadOnlyList<string>, CancellationToken, Task<List<string>>> knownAsync,
        Func<string, Task> deleteAsync,
        string kind,
        CancellationToken cancellationToken)
    {
        await foreach (var portion in listed.Where(facts => facts.StoredAt <= until).Select(facts => facts.Name).Chunk(Portion).WithCancellation(cancellationToken))
        {
            await using var db = await databases.CreateDbContextAsync(cancellationToken);
            var strays = portion.Except(await knownAsync(db, portion, cancellationToken)).ToList();
            foreach (var name in strays)
            {
                await deleteAsync(name);
            }

            metrics.Swept(kind, strays.Count);
        }
    }

    private static Task<List<string>> KnownPiecesAsync(MediaDb db, IReadOnlyList<string> names, CancellationToken cancellationToken) =>
        db.Pieces.Where(piece => names.Contains(piece.Name)).Select(piece => piece.Name).ToListAsync(cancellationToken);

    private static Task<List<string>> KnownObjectsAsync(MediaDb db, IReadOnlyList<string> names, CancellationToken cancellationToken) =>
        db.Objects.Where(kept => names.Contains(kept.Name)).Select(kept => kept.Name).ToListAsync(cancellationToken);

    private Task DeletePieceAsync(string name) => store.DeleteAsync(name, CancellationToken.None);

    /// <summary>By way of a row that is in the turn of who deletes: an upload of the same bytes may begin just now, and then it waits, or comes first.</summary>
    private async Task DeleteObjectAsync(string name)
    {
        var now = clock.Now();
        var lease = Guid.CreateVersion7(now);
        var isOurs = await transactions.ChangeAsync((db, transaction) =>
        {
            var insert =
                $$"""
                INSERT INTO {{db.Quoted(MediaObjectMapping.Table)}} (name, bytes, content_type, files, public_files, stored_at, last_read_at, tier, unused_since, lease, leased_until)
                VALUES ({0}, 0, '', 0, 0, {1}, {1}, 0, {2}, {3}, {4}) ON CONFLICT DO NOTHING
                """;
            return db.Database.ExecuteSqlRawAsync(insert, [name, now, now - MediaSweep.Grace, lease, now + MediaSweep.Lease], transaction);
        });
        if (isOurs)
        {
            await sweep.RemoveLeasedAsync(name, lease);
        }
    }

    [GeneratedRegex(@"^[0-9a-f]{64}\.[a-z0-9]+\z")]
    private static partial Regex IsObject();
}
