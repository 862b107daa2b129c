using System.IO.Compression;
using System.Net;
using System.Net.Http.Headers;
using System.Text;
using Microsoft.AspNetCore.WebUtilities;
using SystemDesign.Tests.Integration.Support;

namespace SystemDesign.Tests.Integration.Media;

/// <summary>Objects over HTTP, byte for byte (RFC 9110).</summary>
[Trait("Notes", "WA-6")]
[Trait("Notes", "AB-2")]
public sealed class DeliveryTests(MediaApp app) : IClassFixture<MediaApp>
{
    /// <summary>Two segments and a part of a third.</summary>
    private const int Large = 600_000;

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(256 * 1024)]
    [InlineData((256 * 1024) + 1)]
    [InlineData(Large)]
    public async Task WA_6_An_object_comes_as_it_was_kept_and_may_be_kept_for_a_year(int length)
    {
        var bytes = MediaSteps.SomeBytes(length);
        var name = await app.KeepAsync(bytes, "image/png");
        for (var round = 0; round < 2; round++)
        {
            using var response = await app.SendAsync($"/cdn/{name}");

            Assert.Equal(HttpStatusCode.OK, response.StatusCode);
            Assert.Equal(bytes, await response.Content.ReadAsByteArrayAsync());
            Assert.Equal(length, response.Content.Headers.ContentLength);
            Assert.Equal("image/png", response.Header("Content-Type"));
            Assert.Equal("public, max-age=31536000, immutable", response.Header("Cache-Control"));
            Assert.Equal($"\"{name[..64]}\"", response.Header("ETag"));
            Assert.Equal("bytes", response.Header("Accept-Ranges"));
            Assert.Equal("nosniff", response.Header("X-Content-Type-Options"));
            Assert.Equal("cross-origin", response.Header("Cross-Origin-Resource-Policy"));
            Assert.Equal("default-src 'none'; sandbox; frame-ancestors 'none'", response.Header("Content-Security-Policy"));
            Assert.Null(response.Header("Content-Disposition"));
            Assert.Null(response.Header("Vary"));
        }
    }

    [Fact]
    public async Task HEAD_says_what_GET_says_and_sends_nothing_whatever_range_it_asks_for()
    {
        var name = await app.KeepAsync(MediaSteps.SomeText(5_000), "text/plain");
        foreach (var encoding in new[] { "identity", "br", "gzip" })
        {
            using var get = await app.SendAsync($"/cdn/{name}", "GET", ("Accept-Encoding", encoding));
            using var head = await app.SendAsync($"/cdn/{name}", "HEAD", ("Accept-Encoding", encoding), ("Range", "bytes=0-1"));

            Assert.Equal((HttpStatusCode.OK, HttpStatusCode.OK), (get.StatusCode, head.StatusCode));
            Assert.Equal(Headers(get), Headers(head));
            Assert.Empty(await head.Content.ReadAsByteArrayAsync());
        }

        static IEnumerable<string> Headers(HttpResponseMessage response) => response.Headers.Concat(response.Content.Headers)
            .Where(header => header.Key != "Date").Select(header => $"{header.Key}: {string.Join(',', header.Value)}").Order(StringComparer.Ordinal);
    }

    [Fact]
    public async Task Who_has_it_is_told_so_and_who_requires_another_is_refused()
    {
        var name = await app.KeepAsync(MediaSteps.SomeBytes(100), "image/png");
        using var first = await app.SendAsync($"/cdn/{name}");
        var (tag, modified) = (first.Header("ETag")!, first.Header("Last-Modified")!);

        Assert.Equal(HttpStatusCode.NotModified, await app.StatusAsync($"/cdn/{name}", "GET", ("If-None-Match", tag)));
        Assert.Equal(HttpStatusCode.NotModified, await app.StatusAsync($"/cdn/{name}", "HEAD", ("If-None-Match", tag)));
        Assert.Equal(HttpStatusCode.NotModified, await app.StatusAsync($"/cdn/{name}", "GET", ("If-None-Match", $"\"other\", W/{tag}")));
        Assert.Equal(HttpStatusCode.NotModified, await app.StatusAsync($"/cdn/{name}", "GET", ("If-None-Match", "*")));
        Assert.Equal(HttpStatusCode.OK, await app.StatusAsync($"/cdn/{name}", "GET", ("If-None-Match", "\"other\"")));
        Assert.Equal(HttpStatusCode.OK, await app.StatusAsync($"/cdn/{name}", "GET", ("If-None-Match", "\"other\""), ("If-Modified-Since", modified)));
        Assert.Equal(HttpStatusCode.NotModified, await app.StatusAsync($"/cdn/{name}", "GET", ("If-Modified-Since", modified)));
        Assert.Equal(HttpStatusCode.NotModified, await app.StatusAsync($"/cdn/{name}", "GET", ("If-None-Match", tag), ("Range", "bytes=0-1")));
        Assert.Equal(HttpStatusCode.OK, await app.StatusAsync($"/cdn/{name}", "GET", ("If-Match", tag)));
        Assert.Equal(HttpStatusCode.PreconditionFailed, await app.StatusAsync($"/cdn/{name}", "GET", ("If-Match", "\"other\"")));
        Assert.Equal(HttpStatusCode.PreconditionFailed, await app.StatusAsync($"/cdn/{name}", "GET", ("If-Unmodified-Since", "Sat, 01 Jan 2000 00:00:00 GMT")));

        using var unchanged = await app.SendAsync($"/cdn/{name}", "GET", ("If-None-Match", tag));
        Assert.Equal((tag, "public, max-age=31536000, immutable"), (unchanged.Header("ETag"), unchanged.Header("Cache-Control")));
        Assert.Empty(await unchanged.Content.ReadAsByteArrayAsync());
    }

    [Theory]
    [InlineData("bytes=0-0")]
    [InlineData("bytes=0-99")]
    [InlineData("bytes=262143-262144")]
    [InlineData("bytes=100000-550000")]
    [InlineData("bytes=599999-")]
    [InlineData("bytes=-1")]
    [InlineData("bytes=-300000")]
    [InlineData("bytes=0-9999999")]
    public async Task A_range_is_the_bytes_that_it_names(string range)
    {
        var bytes = MediaSteps.SomeBytes(Large);
        var name = await app.KeepAsync(bytes, "video/mp4");

        using var response = await app.SendAsync($"/cdn/{name}", "GET", ("Range", range));

        Assert.Equal(HttpStatusCode.PartialContent, response.StatusCode);
        var sent = response.Content.Headers.ContentRange!;
        var asked = RangeHeaderValue.Parse(range).Ranges.Single();
        Assert.Equal((asked.From ?? Large - asked.To, asked.From is null ? Large - 1 : Math.Min(asked.To ?? long.MaxValue, Large - 1), Large), (sent.From, sent.To, sent.Length));
        Assert.Equal(bytes[(int)sent.From!..((int)sent.To! + 1)], await response.Content.ReadAsByteArrayAsync());
        Assert.Equal("video/mp4", response.Header("Content-Type"));
    }

    [Fact]
    public async Task Any_ranges_come_together_as_parts_that_are_the_bytes_they_say()
    {
        var bytes = MediaSteps.SomeBytes(Large);
        var name = await app.KeepAsync(bytes, "video/mp4");
        var chance = new Random(20_261_125);
        for (var round = 0; round < 50; round++)
        {
            var specs = Enumerable.Range(0, chance.Next(2, 8)).Select(_ => SomeRange(chance)).ToList();
            using var response = await app.SendAsync($"/cdn/{name}", "GET", ("Range", $"bytes={string.Join(',', specs)}"));
            Assert.Equal(HttpStatusCode.PartialContent, response.StatusCode);

            var parts = await PartsAsync(response);

            Assert.All(parts, part => Assert.Equal(bytes[(int)part.Range.From!..((int)part.Range.To! + 1)], part.Bytes));
            Assert.All(parts, part => Assert.Equal(Large, part.Range.Length));
            Assert.Equal(Covered(specs), parts.Sum(part => part.Bytes.Length));
        }
    }

    [Fact]
    public async Task Ranges_that_cannot_be_had_are_refused_with_the_length_and_those_that_are_none_ignored()
    {
        var bytes = MediaSteps.SomeBytes(100);
        var name = await app.KeepAsync(bytes);
        foreach (var range in new[] { "bytes=100-", "bytes=-0", $"bytes={string.Join(',', Enumerable.Range(0, 33).Select(place => $"{place * 2}-{place * 2}"))}" })
        {
            using var refused = await app.SendAsync($"/cdn/{name}", "GET", ("Range", range));
            Assert.Equal(HttpStatusCode.RequestedRangeNotSatisfiable, refused.StatusCode);
            Assert.Equal("bytes */100", refused.Header("Content-Range"));
            await refused.ProblemAsync();
        }

        foreach (var range in new[] { "lines=0-1", "bytes=5-2", "nonsense" })
        {
            using var whole = await app.SendAsync($"/cdn/{name}", "GET", ("Range", range));
            Assert.Equal((HttpStatusCode.OK, 100L), (whole.StatusCode, whole.Content.Headers.ContentLength));
        }
    }

    [Fact]
    public async Task If_Range_gives_the_range_of_the_same_and_all_of_another()
    {
        var name = await app.KeepAsync(MediaSteps.SomeBytes(100), "video/mp4");
        using var first = await app.SendAsync($"/cdn/{name}");
        var (tag, modified) = (first.Header("ETag")!, first.Header("Last-Modified")!);
        var later = DateTimeOffset.Parse(modified, System.Globalization.CultureInfo.InvariantCulture).AddSeconds(1).ToString("R");

        foreach (var (condition, expected) in new[]
        {
            (tag, HttpStatusCode.PartialContent),
            (modified, HttpStatusCode.PartialContent),
            ("\"other\"", HttpStatusCode.OK),
            ($"W/{tag}", HttpStatusCode.OK),
            (later, HttpStatusCode.OK),
        })
        {
            Assert.Equal(expected, await app.StatusAsync($"/cdn/{name}", "GET", ("Range", "bytes=0-9"), ("If-Range", condition)));
        }
    }

    [Fact]
    public async Task Text_comes_compressed_to_who_accepts_it_under_a_tag_of_its_own()
    {
        var bytes = MediaSteps.SomeText(20_000);
        var name = await app.KeepAsync(bytes, "text/plain");
        foreach (var (accepted, coding, tag) in new[] { ("gzip, br", "br", "-br"), ("gzip;q=1, br;q=0.5", "gzip", "-gzip"), ("deflate", null, string.Empty) })
        {
            using var response = await app.SendAsync($"/cdn/{name}", "GET", ("Accept-Encoding", accepted));
            var sent = await response.Content.ReadAsByteArrayAsync();

            Assert.Equal(coding, response.Header("Content-Encoding"));
            Assert.Equal($"\"{name[..64]}{tag}\"", response.Header("ETag"));
            Assert.Equal("Accept-Encoding", response.Header("Vary"));
            Assert.Equal(sent.Length, response.Content.Headers.ContentLength);
            Assert.Equal(bytes, Decoded(sent, coding));
            Assert.True(coding is null || sent.Length < 1_000);
            Assert.Equal(HttpStatusCode.NotModified, await app.StatusAsync($"/cdn/{name}", "GET", ("Accept-Encoding", accepted), ("If-None-Match", response.Header("ETag")!)));
        }

        Assert.Equal(2 + 1, app.Store.Count("open", name));
    }

    [Fact]
    public async Task A_range_of_text_is_of_the_bytes_as_they_are()
    {
        var bytes = MediaSteps.SomeText(20_000);
        var name = await app.KeepAsync(bytes, "text/plain");

        using var response = await app.SendAsync($"/cdn/{name}", "GET", ("Accept-Encoding", "br"), ("Range", "bytes=10-19"));
        using var whole = await app.SendAsync($"/cdn/{name}", "GET", ("Accept-Encoding", "br, identity;q=0"), ("Range", "bytes=10-19"));

        Assert.Equal((HttpStatusCode.PartialContent, null, "Accept-Encoding"), (response.StatusCode, response.Header("Content-Encoding"), response.Header("Vary")));
        Assert.Equal(bytes[10..20], await response.Content.ReadAsByteArrayAsync());
        Assert.Equal((HttpStatusCode.OK, "br"), (whole.StatusCode, whole.Header("Content-Encoding")));
    }

    [Fact]
    public async Task What_is_in_no_form_that_a_client_takes_is_not_acceptable()
    {
        var name = await app.KeepAsync(MediaSteps.SomeBytes(1_000), "image/png");
        var noise = await app.KeepAsync(MediaSteps.SomeBytes(1_000), "text/plain");

        Assert.Equal(HttpStatusCode.NotAcceptable, await app.StatusAsync($"/cdn/{name}", "GET", ("Accept-Encoding", "br, identity;q=0")));
        using var notSmaller = await app.SendAsync($"/cdn/{noise}", "GET", ("Accept-Encoding", "br"));
        Assert.Equal((HttpStatusCode.OK, null), (notSmaller.StatusCode, notSmaller.Header("Content-Encoding")));
    }

    [Theory]
    [InlineData("image/svg+xml", "<svg xmlns='http://www.w3.org/2000/svg'><script>alert(document.cookie)</script></svg>")]
    [InlineData("text/html", "<script>fetch('/api/users/me')</script>")]
    public async Task What_could_run_script_is_inert_in_our_origin(string type, string content)
    {
        var name = await app.KeepAsync(Encoding.UTF8.GetBytes($"{content}<!-- {Guid.CreateVersion7()} -->"), type);

        using var response = await app.SendAsync($"/cdn/{name}");

        Assert.Equal("attachment", response.Header("Content-Disposition"));
        Assert.Equal("nosniff", response.Header("X-Content-Type-Options"));
        Assert.Contains("sandbox", response.Header("Content-Security-Policy")!, StringComparison.Ordinal);
        Assert.Contains("default-src 'none'", response.Header("Content-Security-Policy")!, StringComparison.Ordinal);
        Assert.DoesNotContain("allow-scripts", response.Header("Content-Security-Policy")!, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/cdn/aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa.png")]
    [InlineData("/cdn/nothing")]
    [InlineData("/cdn/..%2f..%2fmedia.db")]
    public async Task A_name_that_no_object_has_leads_to_nothing(string path)
    {
        using var response = await app.SendAsync(path);

        Assert.Equal((HttpStatusCode.NotFound, "no-store"), (response.StatusCode, response.Header("Cache-Control")));
        Assert.Equal("not-found", (await response.ProblemAsync()).Code);
    }

    private static string SomeRange(Random chance)
    {
        var from = chance.Next(Large);
        return chance.Next(4) switch
        {
            0 => $"-{chance.Next(1, 5_000)}",
            1 => $"{from}-{from}",
            _ => $"{from}-{from + chance.Next(200_000)}",
        };
    }

    private static long Covered(IEnumerable<string> specs)
    {
        var covered = new bool[Large];
        foreach (var range in specs.Select(spec => RangeHeaderValue.Parse($"bytes={spec}").Ranges.Single()))
        {
            var (from, to) = range.From is { } first ? (first, Math.Min(range.To!.Value, Large - 1)) : (Large - range.To!.Value, Large - 1);
            Array.Fill(covered, true, (int)from, (int)(to - from + 1));
        }

        return covered.Count(isIn => isIn);
    }

    private static async Task<IReadOnlyList<(ContentRangeHeaderValue Range, byte[] Bytes)>> PartsAsync(HttpResponseMessage response)
    {
        if (response.Content.Headers.ContentRange is { } only)
        {
            return [(only, await response.Content.ReadAsByteArrayAsync())];
        }

        var body = await response.Content.ReadAsByteArrayAsync();
        Assert.Equal(response.Content.Headers.ContentLength, body.Length);
        var type = response.Content.Headers.ContentType!;
        Assert.Equal("multipart/byteranges", type.MediaType);
        using var stream = new MemoryStream(body);
        var reader = new MultipartReader(type.Parameters.Single(parameter => parameter.Name == "boundary").Value!, stream);
        var parts = new List<(ContentRangeHeaderValue, byte[])>();
        while (await reader.ReadNextSectionAsync() is { } section)
        {
            Assert.Equal("video/mp4", section.ContentType);
            using var bytes = new MemoryStream();
            await section.Body.CopyToAsync(bytes);
            parts.Add((ContentRangeHeaderValue.Parse(section.Headers!["Content-Range"].ToString()), bytes.ToArray()));
        }

        return parts;
    }

    private static byte[] Decoded(byte[] sent, string? coding)
    {
        if (coding is null)
        {
            return sent;
        }

        using var source = new MemoryStream(sent);
        using Stream decoder = coding == "br" ? new BrotliStream(source, CompressionMode.Decompress) : new GZipStream(source, CompressionMode.Decompress);
        using var decoded = new MemoryStream();
        decoder.CopyTo(decoded);
        return decoded.ToArray();
    }
}
