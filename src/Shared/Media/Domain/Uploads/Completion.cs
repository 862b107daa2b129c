using System.Security.Cryptography;
using SystemDesign.Kernel.Errors;
using SystemDesign.Kernel.Time;
using SystemDesign.Media.Domain.Files;
using SystemDesign.Media.Domain.Inspection;
using SystemDesign.Media.Domain.Objects;

namespace SystemDesign.Media.Domain.Uploads;

/// <summary>
/// Makes a file of an upload that is whole. Each step can be done again, so whoever died at it is followed by the next who asks: the bytes are
/// inspected, the object is held (then nobody deletes it), its bytes are put unless they are there, and the file takes the upload's place.
/// It goes on when its client has left.
/// </summary>
internal sealed class Completion(IUploads uploads, IStagedBytes staged, IObjectBytes objects, ContentInspection inspection, MediaMetrics metrics, TimeProvider clock)
{
    /// <summary>After so long another may take over from one who died; if nobody has, the work is done twice, and counts once.</summary>
    public static readonly TimeSpan Lease = TimeSpan.FromMinutes(5);

    private static readonly ContentType[] Cleaned = [ContentType.Jpeg, ContentType.Png, ContentType.WebP, ContentType.Gif];

    /// <exception cref="LockedException">Another is at it.</exception>
    /// <exception cref="InvalidException">It is nothing that is kept, or not what the client said; it never will be.</exception>
    public async Task<UploadState> RunAsync(Guid id, Guid ownerId)
    {
        var lease = Guid.CreateVersion7(clock.Now());
        if (!await uploads.LeaseAsync(id, lease, clock.Now() + Lease, CancellationToken.None))
        {
            return await uploads.FindReceiptAsync(id, ownerId, CancellationToken.None) is { } done ? UploadState.Of(done) : throw Upload.Busy();
        }

        try
        {
            var upload = await uploads.FindAsync(id, ownerId, CancellationToken.None) ?? throw Upload.NotFound();
            var pieces = await uploads.PiecesAsync(id, CancellationToken.None);
            try
            {
                return UploadState.Of(await MakeFileAsync(upload, lease, pieces));
            }
            catch (InvalidException why)
            {
                await uploads.RefuseAsync(upload, lease, why);
                metrics.Ended("refused");
                await staged.DeleteAsync(pieces.Select(piece => piece.Name));
                throw;
            }
        }
        catch (Exception exception) when (exception is not InvalidException)
        {
            await uploads.ReturnAsync(id, lease);
            throw;
        }
    }

    private async Task<UploadReceipt> MakeFileAsync(Upload upload, Guid lease, IReadOnlyList<UploadPiece> pieces)
    {
        var isCleaned = await IsCleanedAsync(pieces);
        await using var scratch = isCleaned ? staged.Scratch() : Stream.Null;
        await using var sent = new HashedStream(staged.Open(pieces));
        var content = await inspection.InspectAsync(sent, scratch, CancellationToken.None);
        await sent.CopyToAsync(Stream.Null);
        var receipt = new UploadReceipt { FileId = upload.Id, Length = upload.Length, Sha256 = sent.Sha256(), Metadata = upload.Metadata };
        if (upload.Sha256 is { } announced && announced != receipt.Sha256)
        {
            throw new InvalidException("media.digest-mismatch", "What was sent is not what its SHA-256 says: send it again, as another upload.", "sha256");
        }

        var kept = ObjectOf(content, isCleaned ? await Sha256OfAsync(scratch) : receipt.Sha256);
        await uploads.HoldAsync(upload, lease, kept);
        if (!await objects.HasAsync(kept.Name, CancellationToken.None))
        {
            await using var bytes = isCleaned ? Rewound(scratch) : staged.Open(pieces);
            await objects.PutAsync(kept.Name, bytes, kept.Bytes, CancellationToken.None);
        }

        await uploads.CompleteAsync(upload, lease, FileOf(upload, kept), receipt, kept);
        metrics.Ended("file");
        await staged.DeleteAsync(pieces.Select(piece => piece.Name));
        return receipt;
    }

    /// <summary>Only pictures are written anew; of all else what was sent is what is kept, and need not be written once more on the way.</summary>
    private async Task<bool> IsCleanedAsync(IReadOnlyList<UploadPiece> pieces)
    {
        await using var bytes = staged.Open(pieces);
        var head = new byte[MagicBytes.Needed];
        var length = await bytes.ReadAtLeastAsync(head, head.Length, throwOnEndOfStream: false);
        return Cleaned.Contains(MagicBytes.TypeOf(head.AsSpan(0, length)));
    }

    private static async Task<string> Sha256OfAsync(Stream cleaned) => Convert.ToHexStringLower(await SHA256.HashDataAsync(Rewound(cleaned)));

    private static Stream Rewound(Stream stream)
    {
        stream.Position = 0;
        return stream;
    }

    private MediaObject ObjectOf(InspectedContent content, string sha256)
    {
        var now = clock.Now();
        return new()
        {
            Name = $"{sha256}.{content.Type.Ending}",
            Bytes = content.Bytes,
            ContentType = content.Type.Name,
            StoredAt = now,
            LastReadAt = now,
            Width = content.Image?.Width,
            Height = content.Image?.Height,
        };
    }

    private MediaFile FileOf(Upload upload, MediaObject kept)
    {
        var now = clock.Now();
        return new()
        {
            Id = upload.Id,
            OwnerId = upload.OwnerId,
            ObjectName = kept.Name,
            Name = upload.Name,
            IsPublic = upload.IsPublic,
            UploadedAt = now,
            UnclaimedSince = now,
        };
    }
}
