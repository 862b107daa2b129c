using System.Net;
using System.Runtime.CompilerServices;
using Amazon.S3;
using Amazon.S3.Model;
using Microsoft.Extensions.Logging;

namespace SystemDesign.Platform.Storage.S3;

/// <summary>
/// Objects in a bucket. Tiers are storage classes: an object is frozen by copying it onto itself under the cold class, and comes
/// back by being restored, which the server does in its own time, and then copied onto itself under the usual one. The server does each
/// of these in one step, so that there is nothing to repair.
/// </summary>
/// <param name="s3">The connection.</param>
/// <param name="options">The bucket and the classes.</param>
/// <param name="logger">For what could not be tidied up.</param>
/// <param name="pageSize">Objects to a page of a list; 1,000 at most.</param>
internal sealed class S3Objects(IAmazonS3 s3, S3Options options, ILogger<S3Objects> logger, int pageSize = 1000) : IStorage
{
    /// <summary>For how long a restored copy stays, in days; whoever asks once more makes it the object again.</summary>
    private const int RestoredDays = 3;

    /// <summary>More the server copies only in parts: such an object stays hot.</summary>
    private const long MostToCopy = 5L * 1024 * 1024 * 1024;

    private readonly S3Uploads uploads = new(s3, options, logger);

    public string System => "s3";

    /// <summary>Nobody waits for a server at start: what it is needed for says when it is away.</summary>
    public Task PrepareAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task ProbeAsync(CancellationToken cancellationToken) =>
        s3.ListObjectsV2Async(new() { BucketName = options.Bucket, MaxKeys = 1 }, cancellationToken);

    public Task PutAsync(string name, Stream content, long bytes, CancellationToken cancellationToken) => uploads.PutAsync(name, content, bytes, cancellationToken);

    public async Task<ObjectFacts?> FindAsync(string name, CancellationToken cancellationToken)
    {
        ObjectName.Check(name);
        return await HeadAsync(name, cancellationToken) is { } head
            ? new(name, head.ContentLength, S3Calls.At(head.LastModified), TierOf(head.StorageClass, head.RestoreInProgress, head.RestoreExpiration))
            : null;
    }

    public async Task<Stream?> OpenAsync(string name, long offset, long bytes, CancellationToken cancellationToken)
    {
        ObjectName.Check(name);
        ArgumentOutOfRangeException.ThrowIfNegative(offset);
        ArgumentOutOfRangeException.ThrowIfNegative(bytes);
        if (bytes == 0)
        {
            return await HeadAsync(name, cancellationToken) is null ? null : Stream.Null;
        }

        var last = bytes - 1 > long.MaxValue - offset ? long.MaxValue : offset + bytes - 1;
        var request = new GetObjectRequest { BucketName = options.Bucket, Key = name, ByteRange = new ByteRange(offset, last) };
        try
        {
            var response = await S3Calls.AskAsync(() => s3.GetObjectAsync(request, cancellationToken), cancellationToken);

            // Some servers send more than was asked for.
            return new PortionStream(response.ResponseStream, Math.Min(bytes, response.ContentLength));
        }
        catch (AmazonS3Exception exception) when (S3Calls.IsMissing(exception) || exception.ErrorCode is "InvalidObjectState")
        {
            return null;
        }
        catch (AmazonS3Exception exception) when (exception.StatusCode is HttpStatusCode.RequestedRangeNotSatisfiable)
        {
            return Stream.Null;
        }
    }

    public Task DeleteAsync(string name, CancellationToken cancellationToken)
    {
        ObjectName.Check(name);
        return S3Calls.AskAsync(() => s3.DeleteObjectAsync(options.Bucket, name, cancellationToken), cancellationToken);
    }

    public async IAsyncEnumerable<ObjectFacts> ListAsync(string prefix, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var request = new ListObjectsV2Request
        {
            BucketName = options.Bucket,
            Prefix = prefix,
            MaxKeys = pageSize,
            OptionalObjectAttributes = [OptionalObjectAttributes.RestoreStatus],
        };
        do
        {
            var page = await S3Calls.AskAsync(() => s3.ListObjectsV2Async(request, cancellationToken), cancellationToken);
            foreach (var found in (page.S3Objects ?? []).Where(found => ObjectName.IsValid(found.Key)))
            {
                var tier = TierOf(found.StorageClass, found.RestoreStatus?.IsRestoreInProgress, found.RestoreStatus?.RestoreExpiryDate);
                yield return new(found.Key, found.Size ?? 0, S3Calls.At(found.LastModified), tier);
            }

            request.ContinuationToken = page.IsTruncated is true ? page.NextContinuationToken : null;
        }
        while (request.ContinuationToken is not null);
    }

    public async Task FreezeAsync(string name, CancellationToken cancellationToken)
    {
        ObjectName.Check(name);
        if (await HeadAsync(name, cancellationToken) is { ContentLength: <= MostToCopy } head && head.StorageClass?.Value != options.ColdStorageClass)
        {
            await CopyAsync(name, new(options.ColdStorageClass), cancellationToken);
        }
    }

    public async Task<StorageTier?> ThawAsync(string name, CancellationToken cancellationToken)
    {
        ObjectName.Check(name);
        if (await HeadAsync(name, cancellationToken) is not { } head)
        {
            return null;
        }

        if (head.StorageClass is null || head.StorageClass == S3StorageClass.Standard)
        {
            return StorageTier.Hot;
        }

        if (IsArchived(head.StorageClass) && head.RestoreExpiration is null)
        {
            if (head.RestoreInProgress is not true)
            {
                await RestoreAsync(name, cancellationToken);
            }

            return StorageTier.Thawing;
        }

        return await CopyAsync(name, S3StorageClass.Standard, cancellationToken) ? StorageTier.Hot : null;
    }

    public Task RemoveLeftoversAsync(DateTimeOffset before, CancellationToken cancellationToken) => uploads.RemoveLeftoversAsync(before, cancellationToken);

    private async Task<GetObjectMetadataResponse?> HeadAsync(string name, CancellationToken cancellationToken)
    {
        try
        {
            return await S3Calls.AskAsync(() => s3.GetObjectMetadataAsync(options.Bucket, name, cancellationToken), cancellationToken);
        }
        catch (AmazonS3Exception exception) when (S3Calls.IsMissing(exception))
        {
            return null;
        }
    }

    /// <summary>Onto itself. False: it is not there any more.</summary>
    private async Task<bool> CopyAsync(string name, S3StorageClass storageClass, CancellationToken cancellationToken)
    {
        var request = new CopyObjectRequest
        {
            SourceBucket = options.Bucket,
            SourceKey = name,
            DestinationBucket = options.Bucket,
            DestinationKey = name,
            StorageClass = storageClass,

            // Without it some servers see nothing to change.
            MetadataDirective = S3MetadataDirective.REPLACE,
        };
        try
        {
            await S3Calls.AskAsync(() => s3.CopyObjectAsync(request, cancellationToken), cancellationToken);
            return true;
        }
        catch (AmazonS3Exception exception) when (S3Calls.IsMissing(exception))
        {
            return false;
        }
    }

    private async Task RestoreAsync(string name, CancellationToken cancellationToken)
    {
        var request = new RestoreObjectRequest
        {
            BucketName = options.Bucket,
            Key = name,
            Days = RestoredDays,
            RetrievalTier = new(options.RestoreTier),
        };
        try
        {
            await S3Calls.AskAsync(() => s3.RestoreObjectAsync(request, cancellationToken), cancellationToken);
        }
        catch (AmazonS3Exception exception) when (exception.ErrorCode is "RestoreAlreadyInProgress")
        {
            // Another instance asked a moment ago.
        }
    }

    private StorageTier TierOf(S3StorageClass? storageClass, bool? isRestoring, DateTime? restoredUntil) =>
        isRestoring is true ? StorageTier.Thawing
        : restoredUntil is null && storageClass?.Value is { } name && (IsArchived(storageClass) || name == options.ColdStorageClass) ? StorageTier.Cold
        : StorageTier.Hot;

    private static bool IsArchived(S3StorageClass storageClass) => S3Options.Archives.Contains(storageClass.Value);
}
