using System.Net;
using SystemDesign.Tests.Integration.Support;

namespace SystemDesign.Tests.Integration.Media;

/// <summary>Media that is not open to all.</summary>
[Trait("Notes", "AB-10")]
public sealed class SignedAddressTests(MediaApp app) : IClassFixture<MediaApp>
{
    private static readonly TimeSpan Lifetime = TimeSpan.FromMinutes(10);

    [Fact]
    public async Task A_signed_address_is_good_for_its_time_and_for_the_browser_alone()
    {
        var bytes = MediaSteps.SomeBytes(1_000);
        var name = await app.KeepAsync(bytes, "image/png", isPublic: false);
        var address = app.Signed(name, Lifetime);

        using var response = await app.SendAsync(address);
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Equal(bytes, await response.Content.ReadAsByteArrayAsync());
        Assert.Matches("^private, max-age=(599|600), immutable$", response.Header("Cache-Control"));
        Assert.Equal("same-site", response.Header("Cross-Origin-Resource-Policy"));
        Assert.Equal(HttpStatusCode.PartialContent, await app.StatusAsync(address, "GET", ("Range", "bytes=0-9")));
        Assert.Equal(HttpStatusCode.OK, await app.StatusAsync(address, "HEAD"));

        app.Clock.Advance(Lifetime);
        using var expired = await app.SendAsync(address);
        Assert.Equal((HttpStatusCode.Forbidden, "no-store"), (expired.StatusCode, expired.Header("Cache-Control")));
        Assert.Equal("media.address-expired", (await expired.ProblemAsync()).Code);
    }

    [Fact]
    public async Task Whatever_is_altered_in_a_signed_address_is_noticed()
    {
        var name = await app.KeepAsync(MediaSteps.SomeBytes(100), isPublic: false);
        var other = await app.KeepAsync(MediaSteps.SomeBytes(100), isPublic: false);
        var address = app.Signed(name, Lifetime);
        var expires = address.Split("expires=")[1].Split('&')[0];
        var signature = address.Split("signature=")[1];

        foreach (var altered in new[]
        {
            address.Replace(name, other, StringComparison.Ordinal),
            address.Replace(expires, $"{expires}0", StringComparison.Ordinal),
            address.Replace(expires, "x", StringComparison.Ordinal),
            address.Replace(expires, "-1", StringComparison.Ordinal),
            address.Replace(expires, "99999999999999999999", StringComparison.Ordinal),
            address[..^4],
            $"{address}AA",
            address.Replace(signature, new string('A', signature.Length), StringComparison.Ordinal),
            address.Replace(signature, "!", StringComparison.Ordinal),
            address.Replace(signature, new string('!', signature.Length), StringComparison.Ordinal),
            $"{address[..^2]}zz",
            $"/cdn/{name}?expires={expires}",
            $"/cdn/{name}?signature={signature}",
        })
        {
            using var refused = await app.SendAsync(altered);
            Assert.Equal(HttpStatusCode.Forbidden, refused.StatusCode);
            Assert.Equal("media.signature-invalid", (await refused.ProblemAsync()).Code);
        }
    }

    [Fact]
    public async Task Another_products_key_makes_other_signatures()
    {
        await using var stranger = new MediaApp();
        var bytes = MediaSteps.SomeBytes(100);
        var name = await app.KeepAsync(bytes, isPublic: false);
        await stranger.KeepAsync(bytes, isPublic: false);

        Assert.Equal(HttpStatusCode.Forbidden, await stranger.StatusAsync(app.Signed(name, Lifetime)));
        Assert.Equal(HttpStatusCode.OK, await stranger.StatusAsync(stranger.Signed(name, Lifetime)));
    }

    [Fact]
    public async Task Nothing_tells_a_name_that_is_private_from_one_that_is_none()
    {
        var name = await app.KeepAsync(MediaSteps.SomeBytes(100), isPublic: false);
        var none = new string('0', 64) + ".bin";
        var address = app.Signed(name, Lifetime);
        foreach (var query in new[] { string.Empty, "?expires=1", "?signature=x", $"?{app.Signed(new string('1', 64) + ".bin", Lifetime).Split('?')[1]}" })
        {
            using var ofPrivate = await app.SendAsync($"/cdn/{name}{query}");
            using var ofNone = await app.SendAsync($"/cdn/{none}{query}");
            var (one, other) = (await ofPrivate.ProblemAsync(), await ofNone.ProblemAsync());
            Assert.Equal((ofPrivate.StatusCode, one.Code, one.Detail), (ofNone.StatusCode, other.Code, other.Detail));
            Assert.NotEqual(HttpStatusCode.OK, ofNone.StatusCode);
            Assert.Equal(HeadersOf(ofPrivate), HeadersOf(ofNone));
        }

        Assert.Equal(HttpStatusCode.OK, await app.StatusAsync(address));

        static IEnumerable<string> HeadersOf(HttpResponseMessage response) =>
            response.Headers.Concat(response.Content.Headers).Where(header => header.Key is not ("Date" or "Content-Length")).Select(header => $"{header.Key}: {string.Join(',', header.Value)}");
    }

    [Fact]
    public async Task A_public_object_needs_no_signature_and_minds_none()
    {
        var name = await app.KeepAsync(MediaSteps.SomeBytes(100));

        Assert.Equal(HttpStatusCode.OK, await app.StatusAsync($"/cdn/{name}?expires=1&signature=x"));
    }

    [Fact]
    public async Task Every_start_on_the_same_data_signs_the_same()
    {
        await using var data = MigratedData.Copy();
        string address;
        await using (var first = new MediaApp(data))
        {
            address = first.Signed(await first.KeepAsync(MediaSteps.SomeBytes(100), isPublic: false), TimeSpan.FromDays(1));
        }

        await using var second = new MediaApp(data);
        Assert.Equal(HttpStatusCode.OK, await second.StatusAsync(address));
    }
}
