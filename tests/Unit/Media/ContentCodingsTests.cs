using SystemDesign.Media.Domain.Delivery;
using SystemDesign.Media.Domain.Objects;
using SystemDesign.Media.Presentation;

namespace SystemDesign.Tests.Unit.Media;

/// <summary>RFC 9110, section 12.5.3.</summary>
public sealed class ContentCodingsTests
{
    [Theory]
    [InlineData(null, "Identity")]
    [InlineData("", "Identity")]
    [InlineData("gzip, deflate, br, zstd", "Brotli")]
    [InlineData("gzip, deflate", "Gzip")]
    [InlineData("GZIP", "Gzip")]
    [InlineData("br;q=0.5, gzip;q=0.8", "Gzip")]
    [InlineData("br;q=0.8, gzip;q=0.8", "Brotli")]
    [InlineData("br;q=0.1", "Brotli")]
    [InlineData("br;q=0, gzip;q=0", "Identity")]
    [InlineData("br;q=0.5, identity", "Identity")]
    [InlineData("*", "Brotli")]
    [InlineData("br;q=0, *", "Gzip")]
    [InlineData("*;q=0, gzip", "Gzip")]
    [InlineData("identity;q=0, br", "Brotli")]
    [InlineData("identity;q=0", null)]
    [InlineData("*;q=0", null)]
    [InlineData("deflate, identity;q=0", null)]
    [InlineData("*;q=0, identity", "Identity")]
    public void Text_comes_as_its_reader_likes_it_best(string? acceptEncoding, string? expected) =>
        Assert.Equal(expected, ContentCodings.Choose(acceptEncoding, Media("text/plain", 1_000))?.ToString());

    [Theory]
    [InlineData("image/png", 1_000)]
    [InlineData("video/mp4", 1_000)]
    [InlineData("application/zip", 1_000)]
    [InlineData("text/plain", 255)]
    [InlineData("text/plain", (2 * 1024 * 1024) + 1)]
    public void What_is_compressed_already_or_hardly_worth_it_comes_as_it_is(string type, int bytes)
    {
        Assert.Equal(ContentCoding.Identity, ContentCodings.Choose("br, gzip", Media(type, bytes)));
        Assert.Null(ContentCodings.Choose("br, identity;q=0", Media(type, bytes)));
    }

    [Theory]
    [InlineData("text/html; charset=utf-8")]
    [InlineData("application/json")]
    [InlineData("application/ld+json")]
    [InlineData("image/svg+xml")]
    [InlineData("application/atom+xml; charset=utf-8")]
    public void Whatever_is_text_is_compressed(string type) => Assert.Equal(ContentCoding.Brotli, ContentCodings.Choose("br", Media(type, 1_000)));

    [Theory]
    [InlineData(null, true)]
    [InlineData("br", true)]
    [InlineData("*;q=0", false)]
    [InlineData("identity;q=0", false)]
    [InlineData("*;q=0, identity;q=0.1", true)]
    public void A_range_needs_a_reader_who_takes_the_bytes_as_they_are(string? acceptEncoding, bool expected) =>
        Assert.Equal(expected, ContentCodings.TakesIdentity(acceptEncoding));

    [Theory]
    [InlineData("image/png", true)]
    [InlineData("video/mp4", true)]
    [InlineData("audio/mpeg", true)]
    [InlineData("text/plain", true)]
    [InlineData("text/plain; charset=utf-8", true)]
    [InlineData("image/svg+xml", false)]
    [InlineData("text/html", false)]
    [InlineData("text/xml", false)]
    [InlineData("application/pdf", false)]
    [InlineData("application/javascript", false)]
    [InlineData("application/octet-stream", false)]
    public void Only_what_can_run_nothing_is_shown_where_it_is_opened(string type, bool expected) => Assert.Equal(expected, SafeTypes.IsShown(type));

    private static DeliveredObject Media(string type, long bytes) =>
        new($"{new string('a', 64)}.txt", bytes, type, DateTimeOffset.UnixEpoch, DateTimeOffset.UnixEpoch, MediaTier.Hot, IsPublic: true);
}
