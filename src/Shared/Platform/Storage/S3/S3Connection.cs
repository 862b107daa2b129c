using Amazon.Runtime;
using Amazon.S3;

namespace SystemDesign.Platform.Storage.S3;

/// <summary>How the server is spoken to.</summary>
internal static class S3Connection
{
    private const string CopySource = "x-amz-copy-source";

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    public static AmazonS3Client Open(S3Options options)
    {
        var config = new AmazonS3Config
        {
            ForcePathStyle = options.ForcePathStyle,
            Timeout = Patience,
            MaxErrorRetry = 2,

            // The newer checks come in trailers, which servers other than Amazon's do not know. What is sent is signed with its SHA-256.
            RequestChecksumCalculation = RequestChecksumCalculation.WHEN_REQUIRED,
            ResponseChecksumValidation = ResponseChecksumValidation.WHEN_REQUIRED,
        };
        if (string.IsNullOrWhiteSpace(options.ServiceUrl))
        {
            config.RegionEndpoint = Amazon.RegionEndpoint.GetBySystemName(options.Region);
        }
        else
        {
            config.ServiceURL = options.ServiceUrl;
            config.AuthenticationRegion = options.Region;
        }

        var s3 = new AmazonS3Client(new BasicAWSCredentials(options.AccessKey, options.SecretKey), config);
        s3.BeforeRequestEvent += PlainCopySource;
        return s3;
    }

    /// <summary>
    /// The library writes the slash between bucket and name as <c>%2F</c>, which Amazon takes and other servers do not. Our names need
    /// no escapes at all.
    /// </summary>
    private static void PlainCopySource(object sender, RequestEventArgs arguments)
    {
        if (arguments is WebServiceRequestEventArgs { Headers: var headers } && headers.TryGetValue(CopySource, out var source))
        {
            headers[CopySource] = source.Replace("%2F", "/", StringComparison.OrdinalIgnoreCase);
        }
    }
}
