using System.ComponentModel.DataAnnotations;
using SystemDesign.Kernel.Requests;
using SystemDesign.Media.Domain.Delivery;
using SystemDesign.Media.Domain.Tiers;

namespace SystemDesign.Tests.Unit.Media;

public sealed class MediaUrlsTests
{
    private const string Name = "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08.png";

    [Theory]
    [InlineData(null, "https://here.example:8443/cdn/")]
    [InlineData("https://cdn.example.org", "https://cdn.example.org/cdn/")]
    [InlineData("https://cdn.example.org/media/", "https://cdn.example.org/media/cdn/")]
    public void An_address_begins_where_a_cdn_stands_or_else_where_the_client_came_to(string? baseUrl, string expected) =>
        Assert.Equal(new($"{expected}{Name}", null), Urls(new() { BaseUrl = baseUrl }).Of(Name, isPublic: true));

    [Fact]
    public void A_signed_address_stays_the_same_for_five_minutes_and_is_good_for_as_long_as_is_set_at_least()
    {
        var clock = new StillClock(DateTimeOffset.FromUnixTimeSeconds(1_800_000_001));
        var urls = Urls(new() { SignedUrlMinutes = 10 }, clock);
        var first = urls.Of(Name, isPublic: false);
        Assert.Equal($"https://here.example:8443/cdn/{Name}?expires=1800000900&signature={Name}~1800000900", first.Url);
        Assert.Equal(DateTimeOffset.FromUnixTimeSeconds(1_800_000_900), first.ExpiresAt);

        clock.Now += TimeSpan.FromSeconds(299);
        Assert.Equal(first, urls.Of(Name, isPublic: false));
        clock.Now += TimeSpan.FromSeconds(1);
        Assert.Equal(DateTimeOffset.FromUnixTimeSeconds(1_800_001_200), urls.Of(Name, isPublic: false).ExpiresAt);
    }

    [Theory]
    [InlineData(Name, true)]
    [InlineData("9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08", false)]
    [InlineData("9F86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08.png", false)]
    [InlineData("9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08.", false)]
    [InlineData("9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08.p/g", false)]
    [InlineData("../../etc/passwd", false)]
    [InlineData("", false)]
    public void A_path_is_no_name(string name, bool expected) => Assert.Equal(expected, ObjectNames.IsPossible(name));

    [Theory]
    [InlineData("ftp://cdn.example.org")]
    [InlineData("cdn.example.org")]
    [InlineData("https://cdn.example.org?x=1")]
    [InlineData("https://user@cdn.example.org")]
    public void A_cdn_that_is_none_is_refused(string baseUrl) => Assert.StartsWith("Set Cdn:BaseUrl to", Refusal(new CdnOptions { BaseUrl = baseUrl }.Validate(new(new()))), StringComparison.Ordinal);

    [Fact]
    public void Settings_out_of_their_range_are_refused_by_name()
    {
        Assert.Equal("Set Cdn:EdgeBytes to 1048576 or more, in bytes.", Refusal(new CdnOptions { EdgeBytes = 1 }.Validate(new(new()))));
        Assert.Equal("Set Cdn:SignedUrlMinutes to 1 to 10080.", Refusal(new CdnOptions { SignedUrlMinutes = 0 }.Validate(new(new()))));
        Assert.Equal("Set Media:Cold:AfterDays to 1 to 36500, or to 0 to put nothing away.", Refusal(new ColdOptions { AfterDays = -1 }.Validate("Media:Cold")));
        Assert.Equal("Set Media:Cold:RetryAfterSeconds to 1 to 86400.", Refusal(new ColdOptions { RetryAfterSeconds = 0 }.Validate("Media:Cold")));
        Assert.Equal("Set Media:Cold:HotCentsPerTerabyte to 0 or more.", Refusal(new ColdOptions { HotCentsPerTerabyte = -1 }.Validate("Media:Cold")));
        Assert.Equal("Set Media:Cold:ColdCentsPerTerabyte to 0 or more.", Refusal(new ColdOptions { ColdCentsPerTerabyte = -1 }.Validate("Media:Cold")));
        Assert.Empty(new CdnOptions().Validate(new(new())));
        Assert.Empty(new ColdOptions { AfterDays = 0 }.Validate("Media:Cold"));
    }

    private static string? Refusal(IEnumerable<ValidationResult> failures) => Assert.Single(failures).ErrorMessage;

    private static MediaUrls Urls(CdnOptions options, TimeProvider? clock = null) => new(options, new Origin(), new Readable(), clock ?? TimeProvider.System);

    private sealed class Origin : IRequestOrigin
    {
        public string Value => "https://here.example:8443";
    }

    private sealed class Readable : IUrlSignatures
    {
        public string Sign(string objectName, long expires) => $"{objectName}~{expires}";

        public bool IsGood(string objectName, long expires, string signature) => Sign(objectName, expires) == signature;
    }

    private sealed class StillClock(DateTimeOffset now) : TimeProvider
    {
        public DateTimeOffset Now { get; set; } = now;

        public override DateTimeOffset GetUtcNow() => Now;
    }
}
