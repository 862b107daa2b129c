using System.Globalization;
using Amazon.S3;
using Microsoft.Extensions.Logging.Abstractions;
using SystemDesign.Platform.Storage;
using SystemDesign.Platform.Storage.S3;
using SystemDesign.Tests.Integration.Support;

namespace SystemDesign.Tests.Integration.Storage.Stores;

/// <summary>A bucket of its own on the real server, behind the archive that this server lacks.</summary>
internal sealed class S3UnderTest : StoreUnderTest
{
    private readonly AmazonS3Client s3;

    private S3UnderTest(Archive archive, string bucket)
    {
        Archive = archive;
        Options = OptionsFor(archive.Address, bucket);
        s3 = S3Connection.Open(Options);
        Store = OtherInstance();
    }

    public Archive Archive { get; }

    public S3Options Options { get; }

    public override IStorage Store { get; }

    public static async Task<S3UnderTest> StartAsync()
    {
        var server = Profile.S3 ?? throw new InvalidOperationException("Set TEST_S3 to an S3 server.");
        var bucket = $"test-{Guid.CreateVersion7().ToString("N", CultureInfo.InvariantCulture)}";
        var test = new S3UnderTest(await Archive.StartAsync(new Uri(server)), bucket);
        await test.s3.PutBucketAsync(bucket);
        return test;
    }

    public static S3Options OptionsFor(string address, string bucket) => new()
    {
        ServiceUrl = address,
        Bucket = bucket,
        AccessKey = "S3RVER",
        SecretKey = "S3RVER",
        ForcePathStyle = true,
    };

    /// <summary>With small pages, so that a few objects are several.</summary>
    public override IStorage OtherInstance() => new S3Objects(s3, Options, NullLogger<S3Objects>.Instance, pageSize: 2);

    public override void LetRestoresEnd() => Archive.LetRestoresEnd();

    public override async ValueTask DisposeAsync()
    {
        await foreach (var left in Store.ListAsync("", default))
        {
            await Store.DeleteAsync(left.Name, default);
        }

        await s3.DeleteBucketAsync(Options.Bucket);
        s3.Dispose();
        await Archive.DisposeAsync();
    }
}
