using SystemDesign.Kernel.Errors;
using SystemDesign.Media.Presentation;

namespace SystemDesign.Tests.Unit.Media;

/// <summary>Headers of tus and of RFC 9530, as clients write them and as nobody should.</summary>
public sealed class UploadHeadersTests
{
    [Fact]
    public void Metadata_is_read_with_and_without_values()
    {
        var metadata = TusHeaders.Metadata("filename d29ybGRfZG9taW5hdGlvbl9wbGFuLnBkZg==,is_confidential, visibility cHVibGlj");

        Assert.Equal(("world_domination_plan.pdf", string.Empty, "public"), (metadata["filename"], metadata["is_confidential"], metadata["visibility"]));
        Assert.Empty(TusHeaders.Metadata(null));
    }

    [Theory]
    [InlineData("filename not_base64")]
    [InlineData("filename YQ== YQ==")]
    [InlineData("filename YQ==,filename YQ==")]
    [InlineData(",")]
    [InlineData("filename /w==")]
    [InlineData("höhe YQ==")]
    [InlineData("filename YQ\t==")]
    public void Metadata_of_another_form_is_refused(string value) =>
        Assert.Equal("Upload-Metadata", Assert.Throws<InvalidException>(() => TusHeaders.Metadata(value)).Field);

    [Theory]
    [InlineData("sha1 Kq5sNclPz7QV2+lfQIuc6R7oRu0=", "sha1", 20)]
    [InlineData("sha256 47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=", "sha256", 32)]
    public void A_checksum_has_its_algorithm_and_digest(string value, string algorithm, int length)
    {
        var checksum = TusHeaders.Checksum(value)!;

        Assert.Equal((algorithm, length), (checksum.Algorithm, checksum.Value.Length));
    }

    [Theory]
    [InlineData("md5 1B2M2Y8AsgTpgAmY7PhCfg==", "media.checksum-algorithm-unknown")]
    [InlineData("sha1", "invalid-input")]
    [InlineData("sha1 %%%", "invalid-input")]
    [InlineData("sha1  Kq5sNclPz7QV2+lfQIuc6R7oRu0=", "invalid-input")]
    public void Another_checksum_is_refused(string value, string code) =>
        Assert.Equal(code, Assert.Throws<InvalidException>(() => TusHeaders.Checksum(value)).Code);

    [Theory]
    [InlineData("")]
    [InlineData("-1")]
    [InlineData("+1")]
    [InlineData("1.0")]
    [InlineData("99999999999999999999")]
    public void A_number_of_bytes_is_digits(string value) => Assert.Throws<InvalidException>(() => TusHeaders.Number(value, "Upload-Length"));

    [Fact]
    public void Of_digests_a_sha_256_counts_and_others_are_passed_over()
    {
        const string Empty = "sha-256=:47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=:";

        Assert.Equal(32, ContentDigests.Sha256($"sha-512=:AAAA:, {Empty}", "Content-Digest")!.Value.Length);
        Assert.Null(ContentDigests.Sha256("md5=:AAAA:", "Content-Digest"));
        Assert.Null(ContentDigests.Sha256(null, "Content-Digest"));
        Assert.All(
            ["sha-256", "sha-256=abc", "sha-256=:abc:", "sha-256=:AAAA:", "sha-256=47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU="],
            value => Assert.Throws<InvalidException>(() => ContentDigests.Sha256(value, "Content-Digest")));
    }
}
