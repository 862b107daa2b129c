using System.Net;
using Amazon.S3;
using Amazon.S3.Model;
using Microsoft.Extensions.Logging;

namespace SystemDesign.Platform.Storage.S3;

/// <summary>How objects come into a bucket: at once, or in parts if they are large.</summary>
internal sealed partial class S3Uploads(IAmazonS3 s3, S3Options options, ILogger logger)
{
    private static readonly TimeSpan PatienceWithAbort = TimeSpan.FromSeconds(10);

    public Task PutAsync(string name, Stream content, long bytes, CancellationToken cancellationToken)
    {
        ObjectName.Check(name);
        ArgumentOutOfRangeException.ThrowIfNegative(bytes);
        return bytes > S3Part.Usual ? PutInPartsAsync(name, content, bytes, cancellationToken) : PutAtOnceAsync(name, content, bytes, cancellationToken);
    }

    /// <summary>What uploads that were begun before then and never ended have left.</summary>
    public async Task RemoveLeftoversAsync(DateTimeOffset before, CancellationToken cancellationToken)
    {
        var request = new ListMultipartUploadsRequest { BucketName = options.Bucket };
        ListMultipartUploadsResponse page;
        do
        {
            try
            {
                page = await S3Calls.AskAsync(() => s3.ListMultipartUploadsAsync(request, cancellationToken), cancellationToken);
            }
            catch (StorageAwayException exception) when (exception.InnerException is AmazonS3Exception { StatusCode: HttpStatusCode.NotImplemented })
            {
                // Such a server has to tidy up by itself.
                return;
            }

            foreach (var upload in (page.MultipartUploads ?? []).Where(upload => ObjectName.IsValid(upload.Key) && S3Calls.At(upload.Initiated) < before))
            {
                await S3Calls.AskAsync(() => s3.AbortMultipartUploadAsync(options.Bucket, upload.Key, upload.UploadId, cancellationToken), cancellationToken);
            }

            (request.KeyMarker, request.UploadIdMarker) = (page.NextKeyMarker, page.NextUploadIdMarker);
        }
        while (page.IsTruncated is true);
    }

    private async Task PutAtOnceAsync(string name, Stream content, long bytes, CancellationToken cancellationToken)
    {
        // One more, so that a content that is too long is noticed.
        var buffer = new byte[bytes + 1];
        if (await S3Part.FillAsync(buffer, content, cancellationToken) != bytes)
        {
            throw ContentLength.Differs(bytes);
        }

        using var body = new MemoryStream(buffer, 0, (int)bytes);
        await S3Calls.AskAsync(
            () => s3.PutObjectAsync(
                new() { BucketName = options.Bucket, Key = name, InputStream = body, AutoCloseStream = false, UseChunkEncoding = false },
                cancellationToken),
            cancellationToken);
    }

    private async Task PutInPartsAsync(string name, Stream content, long bytes, CancellationToken cancellationToken)
    {
        var begun = await S3Calls.AskAsync(() => s3.InitiateMultipartUploadAsync(options.Bucket, name, cancellationToken), cancellationToken);
        try
        {
            var parts = await SendPartsAsync(name, begun.UploadId, content, bytes, cancellationToken);
            await S3Calls.AskAsync(
                () => s3.CompleteMultipartUploadAsync(
                    new() { BucketName = options.Bucket, Key = name, UploadId = begun.UploadId, PartETags = parts }, cancellationToken),
                cancellationToken);
        }
        catch
        {
            await AbortAsync(name, begun.UploadId);
            throw;
        }
    }

    private async Task<List<PartETag>> SendPartsAsync(string name, string uploadId, Stream content, long bytes, CancellationToken cancellationToken)
    {
        var buffer = new byte[S3Part.SizeOf(bytes)];
        var parts = new List<PartETag>();
        var left = bytes;
        while (await S3Part.FillAsync(buffer, content, cancellationToken) is var filled and > 0)
        {
            left -= filled;
            if (left < 0)
            {
                break;
            }

            using var body = new MemoryStream(buffer, 0, filled);
            var request = new UploadPartRequest
            {
                BucketName = options.Bucket,
                Key = name,
                UploadId = uploadId,
                PartNumber = parts.Count + 1,
                PartSize = filled,
                InputStream = body,
                UseChunkEncoding = false,
            };
            var sent = await S3Calls.AskAsync(() => s3.UploadPartAsync(request, cancellationToken), cancellationToken);
            parts.Add(new(request.PartNumber.Value, sent.ETag));
        }

        return left == 0 ? parts : throw ContentLength.Differs(bytes);
    }

    /// <summary>What made the upload fail is what the caller hears of; a sweep finds what stays.</summary>
    private async Task AbortAsync(string name, string uploadId)
    {
        using var patience = new CancellationTokenSource(PatienceWithAbort);
        try
        {
            await s3.AbortMultipartUploadAsync(options.Bucket, name, uploadId, patience.Token);
        }
        catch (Exception exception)
        {
            LogLeft(exception);
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "Parts of an upload to S3 that failed could not be removed; the sweep tries again.")]
    private partial void LogLeft(Exception exception);
}
