using System.ComponentModel.DataAnnotations;
using SystemDesign.Platform.Storage;
using SystemDesign.Platform.Storage.S3;

namespace SystemDesign.Tests.Unit.Platform.Storage;

public sealed class StorageOptionsTests
{
    [Fact]
    public void Files_need_no_setting_and_nothing_of_s3() => Assert.Empty(Faults(new()));

    [Fact]
    public void S3_needs_a_bucket_and_keys() => Assert.Equal(
        ["Storage:S3:AccessKey", "Storage:S3:Bucket"],
        Faults(new() { Provider = StorageProvider.S3 }).Select(fault => fault.Split(' ')[1]).Order(StringComparer.Ordinal));

    [Theory]
    [InlineData("localhost:9000", "eu-central-1", "GLACIER", "Standard", "ServiceUrl")]
    [InlineData("ftp://localhost", "eu-central-1", "GLACIER", "Standard", "ServiceUrl")]
    [InlineData(null, " ", "GLACIER", "Standard", "Region")]
    [InlineData(null, "eu-central-1", "COLD", "Standard", "ColdStorageClass")]
    [InlineData(null, "eu-central-1", "GLACIER", "Fast", "RestoreTier")]
    public void Names_what_cannot_be(string? address, string region, string storageClass, string tier, string setting)
    {
        var s3 = new S3Options
        {
            ServiceUrl = address,
            Bucket = "objects",
            AccessKey = "key",
            SecretKey = "secret",
            Region = region,
            ColdStorageClass = storageClass,
            RestoreTier = tier,
        };

        Assert.Contains($"Storage:S3:{setting} ", Assert.Single(Faults(new() { Provider = StorageProvider.S3, S3 = s3 })), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(-1)]
    [InlineData(700_000)]
    public void A_restore_takes_a_time_that_can_be(int seconds) =>
        Assert.Contains("Storage:RestoreSeconds", Assert.Single(Faults(new() { RestoreSeconds = seconds })), StringComparison.Ordinal);

    private static IReadOnlyList<string> Faults(StorageOptions options) =>
        [.. options.Validate(new ValidationContext(options)).Select(result => result.ErrorMessage!)];
}
