using System.Text;
using SystemDesign.Media.Domain.Inspection;
using SystemDesign.Tests.Unit.Media.Support;

namespace SystemDesign.Tests.Unit.Media;

/// <summary>What an upload is by its bytes, whatever its name or its sender says.</summary>
public sealed class ContentTypeTests
{
    [Theory]
    [InlineData("\0\0\0\u0018ftypavif\0\0\0\0mif1miaf", "image/avif")]
    [InlineData("\0\0\0\u0018ftypmif1\0\0\0\0mif1avif", "image/avif")]
    [InlineData("\0\0\0\u0018ftypheic\0\0\0\0mif1heic", "image/heic")]
    [InlineData("\0\0\0\u0014ftypisom\0\0\u0002\0isom", "video/mp4")]
    [InlineData("\0\0\0\u0014ftypqt  \0\0\0\0qt  ", "video/quicktime")]
    [InlineData("\0\0\0\u0014ftypM4A \0\0\0\0M4A ", "audio/mp4")]
    [InlineData("\u001aEß£\u0093B\u0086\u0081\u0001B÷\u0081\u0001B\u0082\u0084webm", "video/webm")]
    [InlineData("\u001aEß£\u0093B\u0082\u0088matroska", "video/x-matroska")]
    [InlineData("ID3\u0004\0", "audio/mpeg")]
    [InlineData("ÿû\u0090d\0", "audio/mpeg")]
    [InlineData("OggS\0\u0002", "audio/ogg")]
    [InlineData("RIFF\u0024\0\0\0WAVEfmt ", "audio/wav")]
    [InlineData("%PDF-1.7\n<script>alert(1)</script>", "application/pdf")]
    [InlineData("PK\u0003\u0004\u0014\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\u0005\0\0\0a.txt", "application/zip")]
    [InlineData("PK\u0005\u0006\0\0", "application/zip")]
    [InlineData("MZ\u0090\0\u0003", "application/octet-stream")]
    [InlineData("", "application/octet-stream")]
    [InlineData("RIFF", "text/plain")]
    public async Task Knows_a_format_by_its_first_bytes(string latin1, string expected)
    {
        var inspected = await Inspected.OfAsync(Encoding.Latin1.GetBytes(latin1));

        Assert.Equal(expected, inspected.Content?.Type.Name);
        Assert.Equal(latin1, Encoding.Latin1.GetString(inspected.Kept));
    }

    [Theory]
    [InlineData("word/document.xml", "docx")]
    [InlineData("xl/workbook.xml", "xlsx")]
    [InlineData("ppt/presentation.xml", "pptx")]
    [InlineData("elsewhere/word/a", "zip")]
    public async Task Knows_an_office_document_from_other_archives(string part, string ending)
    {
        var inspected = await Inspected.OfAsync([.. Entry("[Content_Types].xml"), .. "<Types/>"u8, .. Entry(part)]);

        Assert.Equal(ending, inspected.Content?.Type.Ending);

        static byte[] Entry(string name) => [.. "PK\x03\x04"u8, .. new byte[22], (byte)name.Length, 0, 0, 0, .. Encoding.ASCII.GetBytes(name)];
    }

    [Theory]
    [InlineData("Grüße, 日本語\r\n\ttab")]
    [InlineData("name,city\nAda,London\n")]
    [InlineData("<!DOCTYPE html><script>alert(1)</script>")]
    [InlineData("<svg xmlns=\"http://www.w3.org/2000/svg\" onload=\"alert(1)\"/>")]
    [InlineData("{\"not\": json}")]
    [InlineData("{} {}")]
    [InlineData("GIF8 is how some pictures begin")]
    public async Task Whatever_is_text_is_plain_text_so_that_no_browser_runs_it(string text)
    {
        var inspected = await Inspected.OfAsync(Encoding.UTF8.GetBytes(text), dribbles: true);

        Assert.Equal(ContentType.Text, inspected.Content?.Type);
        Assert.Equal(text, Encoding.UTF8.GetString(inspected.Kept));
    }

    [Theory]
    [InlineData("{\"a\": [1, 2.5, \"é\", null, true]}")]
    [InlineData(" \n[]\n")]
    public async Task Knows_json(string text) =>
        Assert.Equal(ContentType.Json, (await Inspected.OfAsync(Encoding.UTF8.GetBytes(text), dribbles: true)).Content?.Type);

    [Fact]
    public async Task Json_is_read_to_its_end_however_long_it_is()
    {
        var long1 = Encoding.UTF8.GetBytes($"[{string.Join(',', Enumerable.Range(0, 100_000))}]");

        Assert.Equal(ContentType.Json, (await Inspected.OfAsync(long1)).Content?.Type);
        Assert.Equal(ContentType.Text, (await Inspected.OfAsync(long1[..^1])).Content?.Type);
    }

    [Theory]
    [InlineData(new byte[] { 0x61, 0xC3 })]
    [InlineData(new byte[] { 0x61, 0xC3, 0x28 })]
    [InlineData(new byte[] { 0xED, 0xA0, 0x80 })]
    [InlineData(new byte[] { 0x61, 0x00, 0x62 })]
    [InlineData(new byte[] { 0x1B, 0x5B, 0x32, 0x4A })]
    [InlineData(new byte[] { 0xFE, 0xFF, 0x00, 0x61 })]
    public async Task What_is_not_all_text_is_bytes(byte[] bytes) =>
        Assert.Equal(ContentType.Bytes, (await Inspected.OfAsync(bytes)).Content?.Type);

    [Fact]
    public async Task A_picture_that_is_a_page_too_is_a_picture_without_the_page()
    {
        var page = "<script>alert(1)</script>"u8.ToArray();

        var inspected = await Inspected.OfAsync([.. Sample.Read("animated.gif"), .. page]);

        Assert.Equal(ContentType.Gif, inspected.Content?.Type);
        Assert.Equal(-1, inspected.Kept.AsSpan().IndexOf(page));
    }

    [Fact]
    public async Task Holds_a_portion_of_what_is_copied_and_no_more()
    {
        var source = new EndlessStream("ID3"u8.ToArray(), 0xFF, 20_000_000, []);
        var kept = new FollowingStream(source);

        var content = await new ContentInspection().InspectAsync(source, kept, default);

        Assert.Equal(source.Length, content.Bytes);
        Assert.InRange(kept.FarthestBehind, 1, 256 * 1024);
    }
}
