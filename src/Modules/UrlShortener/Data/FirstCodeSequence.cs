using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using SystemDesign.Platform.Persistence;
using SystemDesign.UrlShortener.Domain.Links;

namespace SystemDesign.UrlShortener.Data;

/// <summary>Makes the key of the codes of this length, once, while no other process can: with two, codes would come twice.</summary>
internal sealed class FirstCodeSequence(IDbContextFactory<UrlShortenerDb> databases, IWriter<UrlShortenerDb> writer, UrlShortenerOptions options) : IInitialData
{
    public async Task EnsureAsync(CancellationToken cancellationToken)
    {
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        var length = options.Capacity.CodeLength();
        if (!await db.CodeSequences.AnyAsync(sequence => sequence.Length == length, cancellationToken))
        {
            db.CodeSequences.Add(new() { Length = length, Key = RandomNumberGenerator.GetBytes(CodeSequence.KeyLength), Next = 0 });
            await writer.SaveAsync(db, cancellationToken);
        }
    }
}
