using System.Buffers.Binary;
using System.Security.Cryptography;
using FsCheck;
using FsCheck.Fluent;
using SystemDesign.Media.Domain.Inspection;
using SystemDesign.Media.Domain.Inspection.Images;
using SystemDesign.Tests.Unit.Media.Support;

namespace SystemDesign.Tests.Unit.Media;

/// <summary>Pictures lose what a camera or a program has noted in them, and look the same.</summary>
public sealed class MetadataTests
{
    /// <summary>What the samples say, in whatever way, and nobody is to read: the last is 48 degrees, 51 minutes of latitude.</summary>
    private static readonly byte[][] Secrets =
    [
        "SecretCamera"u8.ToArray(),
        "secret-place"u8.ToArray(),
        "secret-serial"u8.ToArray(),
        "GPSLatitude"u8.ToArray(),
        [0, 0, 0, 48, 0, 0, 0, 1, 0, 0, 0, 51, 0, 0, 0, 1],
    ];

    public static TheoryData<string> Samples => [.. Sample.All];

    public static TheoryData<string> Telling => [.. Sample.All.Except(Sample.Bare)];

    public static TheoryData<string> Orientable => ["photo.jpg", "progressive.jpg", "photo.png", "photo.webp", "alpha.webp", "animated.webp"];

    [Theory]
    [MemberData(nameof(Telling))]
    public async Task WA_5_Nothing_that_a_camera_has_noted_remains(string sample)
    {
        var before = Sample.Read(sample);

        var after = (await Inspected.OfAsync(before)).Kept;

        Assert.Contains(Secrets, secret => before.AsSpan().IndexOf(secret) >= 0);
        Assert.NotEmpty(after);
        Assert.All(Secrets, secret => Assert.Equal(-1, after.AsSpan().IndexOf(secret)));
    }

    [Theory]
    [MemberData(nameof(Samples))]
    public async Task What_is_clean_stays_as_it_is_however_it_comes(string sample)
    {
        var once = await Inspected.OfAsync(Sample.Read(sample), dribbles: true);
        var twice = await Inspected.OfAsync(once.Kept);

        Assert.Equal(once.Kept, twice.Kept);
        Assert.Equal(once.Content, twice.Content);
        Assert.Equal(once.Kept.Length, once.Content?.Bytes);
    }

    [Theory]
    [InlineData("grey.jpg", 1)]
    [InlineData("photo.jpg", 1)]
    [InlineData("photo.png", 1)]
    [InlineData("animated.png", 3)]
    [InlineData("animated.gif", 3)]
    [InlineData("photo.webp", 1)]
    [InlineData("lossless.webp", 1)]
    [InlineData("simple.webp", 1)]
    [InlineData("animated.webp", 3)]
    public async Task Tells_the_size_and_the_frames(string sample, int frames) =>
        Assert.Equal(new ImageSize(24, 16, frames), (await Inspected.OfAsync(Sample.Read(sample))).Content?.Image);

    /// <summary>Whoever changes what comes out decodes it again, before and after, and compares.</summary>
    [Theory]
    [InlineData("alpha.webp", "d3cb1cbc8204ffa8")]
    [InlineData("animated.gif", "2f65f8649ca480f5")]
    [InlineData("animated.png", "19ce4e947df3aa56")]
    [InlineData("animated.webp", "2fa25e86bb3f7e21")]
    [InlineData("cmyk.jpg", "c5898b148d47f577")]
    [InlineData("grey.jpg", "e9fab8961fb25a9b")]
    [InlineData("lossless.webp", "929ca13669c04cd5")]
    [InlineData("palette.png", "a50039eafefa5e8c")]
    [InlineData("photo.jpg", "b3a9f4daa05a94ea")]
    [InlineData("photo.png", "96682cee144162f5")]
    [InlineData("photo.webp", "e6a14838c5102cfa")]
    [InlineData("progressive.jpg", "66a3c986f1c2137e")]
    [InlineData("simple.webp", "157096e7ebbd2bdc")]
    public async Task What_decoders_have_shown_to_be_the_same_pixels_comes_out_again(string sample, string sha256) =>
        Assert.Equal(sha256, Convert.ToHexStringLower(SHA256.HashData((await Inspected.OfAsync(Sample.Read(sample))).Kept))[..16]);

    [Theory]
    [MemberData(nameof(Orientable))]
    public async Task Keeps_each_way_that_a_picture_can_be_turned_and_no_other(string sample)
    {
        var before = Sample.Read(sample);
        for (var orientation = 0; orientation <= 9; orientation++)
        {
            var after = (await Inspected.OfAsync(Turned(before, orientation))).Kept;

            var kept = after.AsSpan().IndexOf(Orientation.Tiff(orientation).AsSpan(0, 20)) >= 0;
            Assert.Equal(orientation is >= 1 and <= 8, kept);
            Assert.Equal(kept, after.AsSpan().IndexOf("MM\0*"u8) >= 0);
        }
    }

    [Theory]
    [InlineData("photo.jpg")]
    [InlineData("photo.png")]
    [InlineData("photo.webp")]
    public async Task Keeps_the_colour_profile(string sample)
    {
        var before = Sample.Read(sample);
        var name = sample.Split('.')[1] switch { "jpg" => "ICC_PROFILE\0"u8.ToArray(), "png" => "iCCP"u8.ToArray(), _ => "ICCP"u8.ToArray() };
        var profile = before.AsSpan(before.AsSpan().IndexOf(name), 300).ToArray();

        var after = (await Inspected.OfAsync(before)).Kept;

        Assert.True(after.AsSpan().IndexOf(profile) > 0);
    }

    [Fact]
    public async Task Keeps_what_says_how_colours_are_to_be_read()
    {
        var cmyk = (await Inspected.OfAsync(Sample.Read("cmyk.jpg"))).Kept;
        var png = (await Inspected.OfAsync(Sample.Read("palette.png"))).Kept;

        Assert.True(cmyk.AsSpan().IndexOf("Adobe"u8) > 0);
        Assert.True(png.AsSpan().IndexOf("tRNS"u8) > 0);
    }

    [Fact]
    public async Task A_webp_file_says_how_long_it_is_and_what_it_has()
    {
        var turned = (await Inspected.OfAsync(Sample.Read("photo.webp"))).Kept;
        var not = (await Inspected.OfAsync(Turned(Sample.Read("photo.webp"), 0))).Kept;

        Assert.All([turned, not], file => Assert.Equal(file.Length - 8, BinaryPrimitives.ReadInt32LittleEndian(file.AsSpan(4))));
        Assert.Equal(0x28, turned[20]);
        Assert.Equal(0x20, not[20]);
    }

    [Fact]
    public async Task An_animation_goes_on_for_ever_if_it_did()
    {
        var gif = (await Inspected.OfAsync(Sample.Read("animated.gif"))).Kept;

        Assert.True(gif.AsSpan().IndexOf("NETSCAPE2.0\x03\x01\0\0\0"u8) > 0);
        Assert.Equal(-1, gif.AsSpan().IndexOf("XMP"u8));
    }

    [Fact]
    public async Task Refuses_more_pixels_than_allowed_by_the_header_alone()
    {
        const string TooLarge = "media.image-too-large";
        Assert.Equal(TooLarge, (await Inspected.OfAsync(SizedPng(50_000, 50_000))).Refusal);
        Assert.Equal(TooLarge, (await Inspected.OfAsync(SizedPng(int.MaxValue, int.MaxValue))).Refusal);
        Assert.Equal(TooLarge, (await Inspected.OfAsync(SizedJpeg())).Refusal);
        Assert.Equal(TooLarge, (await Inspected.OfAsync(SizedWebP())).Refusal);
        Assert.Equal(TooLarge, (await Inspected.OfAsync(SizedGif())).Refusal);
    }

    [Theory]
    [InlineData("animated.png")]
    [InlineData("animated.webp")]
    [InlineData("animated.gif")]
    public async Task Counts_the_pixels_of_all_frames(string sample)
    {
        const int Pixels = 24 * 16 * 3;

        Assert.Null((await Inspected.OfAsync(Sample.Read(sample), Pixels)).Refusal);
        Assert.Equal("media.image-too-large", (await Inspected.OfAsync(Sample.Read(sample), Pixels - 1)).Refusal);
    }

    [Theory]
    [InlineData("grey.jpg")]
    [InlineData("cmyk.jpg")]
    [InlineData("progressive.jpg")]
    [InlineData("palette.png")]
    [InlineData("animated.png")]
    [InlineData("animated.gif")]
    [InlineData("photo.webp")]
    [InlineData("simple.webp")]
    [InlineData("animated.webp")]
    public async Task Refuses_a_picture_that_ends_too_soon_wherever_it_does(string sample)
    {
        var whole = (await Inspected.OfAsync(Sample.Read(sample))).Kept;
        for (var length = 12; length < whole.Length; length++)
        {
            Assert.Equal("media.image-damaged", (await Inspected.OfAsync(whole[..length])).Refusal);
        }
    }

    [Fact]
    public async Task Refuses_what_contradicts_itself()
    {
        var canvas = Sample.Read("photo.webp");
        canvas[24]++;
        var check = Sample.Read("palette.png");
        check[^5] ^= 1;
        var frame = Sample.Read("animated.gif");
        frame[6]--;
        var frames = Chunks.Rewrite(Sample.Read("animated.png"), "acTL", content => content[3]++);
        byte[] heads = [.. Sample.Read("grey.jpg")[..^2], 0xFF, 0xC0, 0, 11, 8, 0, 16, 0, 24, 1, 1, 0x11, 0, 0xFF, 0xD9];

        foreach (var lie in new[] { canvas, check, frame, frames, heads })
        {
            Assert.Equal("media.image-damaged", (await Inspected.OfAsync(lie)).Refusal);
        }
    }

    [Fact]
    public void Whatever_comes_is_cleaned_for_good_or_refused() => Prop.ForAll(Damages.Of(Sample.All), async upload =>
    {
        var once = await Inspected.OfAsync(upload);
        var twice = once.Refusal is null ? await Inspected.OfAsync(once.Kept) : once;
        return once.Kept.SequenceEqual(twice.Kept) && once.Content == twice.Content && once.Kept.Length <= upload.Length + 64;
    }).Check(Config.QuickThrowOnFailure.WithMaxTest(5_000));

    [Fact]
    public async Task Holds_a_portion_of_a_scan_and_no_more()
    {
        var picture = Sample.Read("grey.jpg");
        var source = new EndlessStream(picture[..^2], 0x55, 20_000_000, picture[^2..]);
        var kept = new FollowingStream(source);

        var content = await new ContentInspection().InspectAsync(source, kept, default);

        Assert.Equal(source.Length, content.Bytes);
        Assert.InRange(kept.FarthestBehind, 1, 256 * 1024);
    }

    /// <summary>The same picture, turned so.</summary>
    private static byte[] Turned(byte[] picture, int orientation)
    {
        ReadOnlySpan<byte> tag = [0x01, 0x12, 0, 3, 0, 0, 0, 1, 0];
        var turned = picture.ToArray();
        turned[turned.AsSpan().IndexOf(tag) + tag.Length] = (byte)orientation;
        return picture[0] == 0x89 ? Chunks.Rewrite(turned, "eXIf", _ => { }) : turned;
    }

    private static byte[] SizedPng(int width, int height) => Chunks.Rewrite(Sample.Read("palette.png"), "IHDR", header =>
    {
        BinaryPrimitives.WriteInt32BigEndian(header, width);
        BinaryPrimitives.WriteInt32BigEndian(header.AsSpan(4), height);
    });

    private static byte[] SizedJpeg()
    {
        var picture = Sample.Read("grey.jpg");
        picture.AsSpan(picture.AsSpan().IndexOf([(byte)0xFF, (byte)0xC0]) + 5, 4).Fill(0xFF);
        return picture;
    }

    private static byte[] SizedWebP() => [.. "RIFF"u8, 18, 0, 0, 0, .. "WEBPVP8L"u8, 5, 0, 0, 0, 0x2F, 0xFF, 0xFF, 0xFF, 0x0F, 0];

    private static byte[] SizedGif()
    {
        var picture = Sample.Read("animated.gif");
        picture.AsSpan(6, 4).Fill(0xFF);
        return picture;
    }
}
