using System.Buffers;
using System.Runtime.ExceptionServices;
using System.Security.Cryptography;
using SystemDesign.Kernel.Time;

namespace SystemDesign.Media.Domain.Uploads;

/// <summary>
/// Takes the body of a request into an upload, piece by piece: a piece is in memory until it is in the store, and counts when its row is on
/// disk. So a process that is killed leaves what had been accepted, and perhaps a piece that nobody knows, for the sweep.
/// </summary>
internal sealed class Intake(IUploads uploads, IStagedBytes staged, MediaOptions options, MediaMetrics metrics, TimeProvider clock)
{
    /// <summary>
    /// What a request holds in memory at most. Each piece costs the store and the database a commit, so smaller ones are slower;
    /// larger ones are dearer when many send at once.
    /// </summary>
    public const int PieceBytes = 4 * 1024 * 1024;

    /// <summary>
    /// Without a checksum all that has come counts at once, also when the connection breaks. With one, all of the request counts when all of it
    /// has come and is right, and else nothing does.
    /// </summary>
    /// <param name="upload">Open, and as it was read.</param>
    /// <param name="body">Of the request.</param>
    /// <param name="checksum">Of the body, if the client gave one.</param>
    /// <param name="cancellationToken">From the request.</param>
    /// <returns>Where the next body begins; nothing, if the checksum is wrong.</returns>
    /// <exception cref="Kernel.Errors.ConflictException">Another request was faster.</exception>
    /// <exception cref="Kernel.Errors.TooLargeException">The body has more bytes than are missing.</exception>
    public async Task<long?> TakeAsync(Upload upload, Stream body, Checksum? checksum, CancellationToken cancellationToken)
    {
        using var hash = checksum?.Begin();
        var taking = new Taking(upload, hash);
        try
        {
            await ReadAsync(taking, body, cancellationToken);
            if (checksum?.Matches(hash!.GetCurrentHash()) is false)
            {
                await staged.DeleteAsync(taking.NotAccepted.Select(piece => piece.Name));
                return null;
            }

            await AcceptOrRefuseAsync(taking);
            return taking.Offset;
        }
        catch
        {
            await staged.DeleteAsync(taking.NotAccepted.Select(piece => piece.Name));
            throw;
        }
    }

    /// <summary>Takes a body that is the whole upload, or nothing of it.</summary>
    /// <param name="upload">Open, and without a byte.</param>
    /// <param name="body">Of the request.</param>
    /// <param name="check">Is given the SHA-256 of the body, and throws if that is wrong.</param>
    /// <param name="cancellationToken">From the request.</param>
    /// <returns>The SHA-256 of the body, in lower-case hexadecimal digits, and whether it is the upload's; else another request was faster.</returns>
    /// <exception cref="Kernel.Errors.InvalidException">The body ended too soon.</exception>
    public async Task<(string Sha256, bool IsAccepted)> TakeWholeAsync(Upload upload, Stream body, Action<byte[]> check, CancellationToken cancellationToken)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var taking = new Taking(upload, hash);
        try
        {
            await ReadAsync(taking, body, cancellationToken);
            if (taking.Missing > 0)
            {
                throw UploadRules.ShorterThanAnnounced();
            }

            var digest = hash.GetCurrentHash();
            check(digest);
            var sha256 = Convert.ToHexStringLower(digest);
            return (sha256, await AcceptAsync(taking, sha256));
        }
        catch
        {
            await staged.DeleteAsync(taking.NotAccepted.Select(piece => piece.Name));
            throw;
        }
    }

    private async Task ReadAsync(Taking taking, Stream body, CancellationToken cancellationToken)
    {
        var buffer = ArrayPool<byte>.Shared.Rent((int)Math.Min(PieceBytes, Math.Max(taking.Missing, 1)));
        try
        {
            while (taking.Missing > 0)
            {
                var (filled, failure) = await FillAsync(body, buffer.AsMemory(0, (int)Math.Min(Math.Min(PieceBytes, buffer.Length), taking.Missing)));
                if (failure is not null && taking.Hash is not null)
                {
                    failure.Throw();
                }

                if (filled > 0)
                {
                    await KeepAsync(taking, buffer.AsMemory(0, filled));
                }

                failure?.Throw();
                if (filled == 0)
                {
                    return;
                }
            }

            if (await body.ReadAsync(buffer.AsMemory(0, 1), cancellationToken) > 0)
            {
                throw UploadRules.LongerThanAnnounced();
            }
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }

    /// <summary>The client may be gone, but what it has sent is kept: so nothing here is given up.</summary>
    private async Task KeepAsync(Taking taking, ReadOnlyMemory<byte> bytes)
    {
        taking.Hash?.AppendData(bytes.Span);
        var piece = new UploadPiece
        {
            UploadId = taking.Upload.Id,
            Start = taking.Offset,
            Bytes = bytes.Length,
            Name = staged.NewName(taking.Upload.Id, taking.Offset),
        };
        taking.NotAccepted.Add(piece);
        await staged.KeepAsync(piece.Name, bytes);
        taking.Offset += bytes.Length;
        if (taking.Hash is null)
        {
            await AcceptOrRefuseAsync(taking);
        }
    }

    private async Task AcceptOrRefuseAsync(Taking taking)
    {
        if (taking.NotAccepted.Count > 0 && !await AcceptAsync(taking, sha256: null))
        {
            var now = await uploads.FindAsync(taking.Upload.Id, taking.Upload.OwnerId, CancellationToken.None);
            throw Upload.OffsetMoved(now?.Received ?? taking.Upload.Length);
        }
    }

    private async Task<bool> AcceptAsync(Taking taking, string? sha256)
    {
        // If this fails, nobody knows whether they are in: then it is not for us to delete them.
        UploadPiece[] pieces = [.. taking.NotAccepted];
        taking.NotAccepted.Clear();
        if (!await uploads.AcceptAsync(taking.Upload, pieces, sha256, clock.Now() + options.UploadLifetime))
        {
            await staged.DeleteAsync(pieces.Select(piece => piece.Name));
            return false;
        }

        metrics.Received(pieces.Sum(piece => (long)piece.Bytes));
        return true;
    }

    /// <summary>What is there before a failure is given with it.</summary>
    /// <remarks>
    /// Not given up when the client is gone: what came before that is read to its end, and then the body itself says so.
    /// </remarks>
    private static async Task<(int Filled, ExceptionDispatchInfo? Failure)> FillAsync(Stream body, Memory<byte> buffer)
    {
        var filled = 0;
        try
        {
            while (filled < buffer.Length && await body.ReadAsync(buffer[filled..], CancellationToken.None) is > 0 and var read)
            {
                filled += read;
            }

            return (filled, null);
        }
        catch (Exception exception) when (exception is IOException or OperationCanceledException)
        {
            return (filled, ExceptionDispatchInfo.Capture(exception));
        }
    }

    private sealed class Taking(Upload upload, IncrementalHash? hash)
    {
        public Upload Upload { get; } = upload;

        public IncrementalHash? Hash { get; } = hash;

        public List<UploadPiece> NotAccepted { get; } = [];

        public long Offset { get; set; } = upload.Received;

        public long Missing => Upload.Length - Offset;
    }
}
