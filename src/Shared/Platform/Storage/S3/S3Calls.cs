using System.Net;
using Amazon.Runtime;
using Amazon.S3;

namespace SystemDesign.Platform.Storage.S3;

/// <summary>What all calls to a bucket have in common.</summary>
internal static class S3Calls
{
    /// <summary>Tells a server that is away from one that answers.</summary>
    public static async Task<T> AskAsync<T>(Func<Task<T>> ask, CancellationToken cancellationToken)
    {
        try
        {
            return await ask();
        }
        catch (AmazonServiceException exception) when (exception.StatusCode is 0 or >= HttpStatusCode.InternalServerError)
        {
            throw new StorageAwayException(exception);
        }
        catch (Exception exception) when (exception is AmazonClientException or HttpRequestException)
        {
            throw new StorageAwayException(exception);
        }
        catch (OperationCanceledException exception) when (!cancellationToken.IsCancellationRequested)
        {
            throw new StorageAwayException(exception);
        }
    }

    public static bool IsMissing(AmazonS3Exception exception) =>
        exception.StatusCode is HttpStatusCode.NotFound && exception.ErrorCode is not "NoSuchBucket";

    public static DateTimeOffset At(DateTime? utc) => utc is { } at ? new(at.ToUniversalTime()) : DateTimeOffset.MinValue;
}
