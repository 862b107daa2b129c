using System.Buffers.Binary;
using SystemDesign.Platform.Persistence;

namespace SystemDesign.Platform.Documents;

/// <summary>
/// JSON documents by id, over any number of shards: files of their own on SQLite, schemas of their own on PostgreSQL, on one
/// server or several. A document never changes: an edit is a new one under a new id. So whoever owns one writes it first and
/// the row that remembers its address afterwards, and removes them the other way round; what no row remembers is an orphan,
/// to be swept.
/// </summary>
/// <typeparam name="TDocument">A record; it is written in the JSON of the web.</typeparam>
public sealed class DocumentStore<TDocument>
    where TDocument : class
{
    private readonly DocumentShards shards;
    private readonly DatabaseTelemetry telemetry;

    internal DocumentStore(DocumentShards shards, DatabaseTelemetry telemetry)
    {
        this.shards = shards;
        this.telemetry = telemetry;
    }

    public int ShardCount => shards.Count;

    /// <summary>Where a new document goes, by the random bits of its id (RFC 9562, section 5.7): so the shards fill evenly.</summary>
    /// <param name="id">A UUIDv7.</param>
    public DocumentAddress Place(Guid id)
    {
        Span<byte> bytes = stackalloc byte[16];
        id.TryWriteBytes(bytes, bigEndian: true, out _);
        return new(id, (int)(BinaryPrimitives.ReadUInt64BigEndian(bytes[8..]) % (ulong)ShardCount));
    }

    /// <summary>
    /// On disk when this returns. To put the same again is no failure.
    /// </summary>
    /// <exception cref="InvalidOperationException">Another document has the id; it stays as it is.</exception>
    public Task PutAsync(DocumentAddress address, TDocument document, CancellationToken cancellationToken) =>
        PutAsync(address.Shard, [new(address.Id, DocumentJson.Write(document))], cancellationToken);

    /// <summary>
    /// Like <see cref="PutAsync(DocumentAddress, TDocument, CancellationToken)"/>, for very many: a commit for a few thousand of a
    /// shard, and no more than that in memory. After a failure some of them may be there; to put all of them again is right.
    /// </summary>
    public async Task PutManyAsync(IEnumerable<(DocumentAddress Address, TDocument Document)> documents, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(documents);
        var portions = new DocumentPortions(ShardCount, (shard, portion) => PutAsync(shard, portion, cancellationToken));
        try
        {
            foreach (var (address, document) in documents)
            {
                cancellationToken.ThrowIfCancellationRequested();
                await portions.AddAsync(shards.Require(address.Shard), new(address.Id, DocumentJson.Write(document)));
            }

            await portions.FlushAsync();
        }
        finally
        {
            await portions.Written();
        }
    }

    /// <returns>Nothing if there is no such document.</returns>
    public async ValueTask<TDocument?> FindAsync(DocumentAddress address, CancellationToken cancellationToken)
    {
        var shard = shards[address.Shard];
        var body = await telemetry.ReadAsync(shards.Store, shard.Name, () => shard.FindAsync(address.Id, cancellationToken));
        return body is null ? null : DocumentJson.Read<TDocument>(body);
    }

    /// <summary>Those of many that are there, with one query to each shard.</summary>
    public async Task<IReadOnlyDictionary<Guid, TDocument>> FindAsync(IReadOnlyCollection<DocumentAddress> addresses, CancellationToken cancellationToken)
    {
        var found = await Task.WhenAll(ByShard(addresses).Select(async asked =>
        {
            var shard = shards[asked.Shard];
            return await telemetry.ReadAsync(shards.Store, shard.Name, () => shard.FindAsync(asked.Ids, cancellationToken));
        }));
        return found.SelectMany(documents => documents).ToDictionary(document => document.Id, document => DocumentJson.Read<TDocument>(document.Body));
    }

    /// <summary>What is not there is no failure.</summary>
    public Task RemoveAsync(IReadOnlyCollection<DocumentAddress> addresses, CancellationToken cancellationToken) =>
        Task.WhenAll(ByShard(addresses).Select(removed =>
        {
            var shard = shards[removed.Shard];
            return telemetry.WriteAsync(shards.Store, () => shard.RemoveAsync(removed.Ids, cancellationToken), shard.Name);
        }));

    /// <summary>The ids on a shard, oldest first, for whoever sweeps orphans.</summary>
    /// <param name="shard">From 0.</param>
    /// <param name="after">The last of the page before; <see cref="Guid.Empty"/> for the first page.</param>
    /// <param name="madeBefore">By the time in the id, to the millisecond: younger ones may be about to get their row.</param>
    /// <param name="limit">At most so many.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public async Task<IReadOnlyList<Guid>> ListAsync(
        int shard, Guid after, DateTimeOffset madeBefore, int limit, CancellationToken cancellationToken)
    {
        var asked = shards[shard];
        return await telemetry.ReadAsync(
            shards.Store, asked.Name, () => asked.ListAsync(after, FirstIdOf(madeBefore), limit, cancellationToken));
    }

    private Task PutAsync(int number, IReadOnlyList<StoredDocument> documents, CancellationToken cancellationToken)
    {
        var shard = shards[number];
        return telemetry.WriteAsync(shards.Store, () => shard.PutAsync(documents, cancellationToken), shard.Name);
    }

    private static IEnumerable<(int Shard, IReadOnlyList<Guid> Ids)> ByShard(IEnumerable<DocumentAddress> addresses) =>
        addresses.Distinct().GroupBy(address => address.Shard, address => address.Id).Select(shard => (shard.Key, (IReadOnlyList<Guid>)[.. shard]));

    /// <summary>A UUIDv7 begins with 48 bits of milliseconds; whatever was made in that one has more bits set.</summary>
    private static Guid FirstIdOf(DateTimeOffset instant)
    {
        Span<byte> bytes = stackalloc byte[16];
        BinaryPrimitives.WriteInt64BigEndian(bytes, instant.ToUnixTimeMilliseconds() << 16);
        return new(bytes, bigEndian: true);
    }
}
