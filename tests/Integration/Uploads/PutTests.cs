using System.Globalization;
using System.Net;
using System.Security.Cryptography;
using SystemDesign.Media.Domain.Uploads;
using SystemDesign.Tests.Integration.Support;

namespace SystemDesign.Tests.Integration.Uploads;

/// <summary>Small files, in one request each.</summary>
[Trait("Notes", "IG-5")]
public sealed class PutTests(App app) : IClassFixture<App>
{
    [Fact]
    public async Task IG_5_A_small_file_is_there_at_once_and_the_same_again_is_the_same_file()
    {
        using var client = app.Stranger();
        var (id, bytes) = (Guid.CreateVersion7(), UploadSteps.SomeBytes(70_000));
        var digest = $"sha-256=:{Convert.ToBase64String(SHA256.HashData(bytes))}:";

        using var first = await client.PutAsync(id, bytes, "?visibility=public&name=harbour.bin", ("Content-Digest", digest));
        using var again = await client.PutAsync(id, bytes, "?visibility=public&name=harbour.bin", ("Repr-Digest", $"md5=:AAAA:, {digest}"));

        var file = await first.ReadAsync<FileBody>();
        Assert.Equal((HttpStatusCode.Created, HttpStatusCode.OK), (first.StatusCode, again.StatusCode));
        Assert.Equal($"/api/media/files/{id}", first.Headers.Location?.OriginalString);
        Assert.Equal((id, "harbour.bin", 70_000, "public"), (file.Id, file.Name, file.Bytes, file.Visibility));
        Assert.Equal(bytes, await app.DownloadedAsync(file));
        Assert.Equal(70_000, (await client.UsageAsync()).UsedBytes);
    }

    [Fact]
    public async Task Of_50_who_send_the_same_under_one_id_at_once_there_is_one_file()
    {
        using var client = app.Stranger();
        var (id, bytes) = (Guid.CreateVersion7(), UploadSteps.SomeBytes(3000));

        var files = await Task.WhenAll(Enumerable.Range(0, 50).Select(_ => client.HasPutAsync(bytes, id: id)));

        Assert.All(files, file => Assert.Equal(id, file.Id));
        Assert.Equal(new UsageBody(new MediaOptions().QuotaBytes, 3000, 0, 0), await client.UsageAsync());
    }

    [Fact]
    public async Task What_is_not_as_it_should_be_is_refused_and_nothing_of_it_is_kept()
    {
        using var client = app.Stranger();
        using var other = app.Stranger();
        var (id, bytes) = (Guid.CreateVersion7(), UploadSteps.SomeBytes(1000));
        var wrong = $"sha-256=:{Convert.ToBase64String(new byte[32])}:";
        using var chunked = new HttpRequestMessage(HttpMethod.Put, $"{UploadSteps.Uploads}/{id}") { Content = new ByteArrayContent(bytes) };
        chunked.Headers.TransferEncodingChunked = true;

        await RefusedAsync(client.PutAsync(id, bytes, "", ("Content-Digest", wrong)), 400, "media.digest-mismatch");
        await RefusedAsync(client.PutAsync(id, bytes, "", ("Content-Digest", "sha-256=abc")), 400, "invalid-input");
        await RefusedAsync(client.PutAsync(id, bytes, "?visibility=all"), 400, "invalid-input");
        await RefusedAsync(client.PutAsync(Guid.Empty, bytes), 400, "invalid-input");
        await RefusedAsync(client.PutAsync(id, Array.Empty<byte>()), 400, "invalid-input");
        await RefusedAsync(client.SendAsync(chunked), 411, "media.length-required");
        Assert.Equal((0, 0, 0), ((await client.UsageAsync()).UsedBytes, (await client.UsageAsync()).ReservedBytes, (await client.UsageAsync()).Uploads));

        using var right = await client.PutAsync(id, bytes);
        Assert.Equal(HttpStatusCode.Created, right.StatusCode);
        await RefusedAsync(client.PutAsync(id, UploadSteps.SomeBytes(1000)), 409, "media.id-taken");
        await RefusedAsync(client.PutAsync(id, UploadSteps.SomeBytes(1001)), 409, "media.id-taken");
        await RefusedAsync(other.PutAsync(id, bytes), 409, "media.id-taken");
    }

    [Fact]
    public async Task What_is_too_large_for_one_request_goes_by_tus()
    {
        await using var small = new App(("Media:SmallFileBytes", "1000"));
        using var client = small.Stranger();

        using var fits = await client.PutAsync(Guid.CreateVersion7(), UploadSteps.SomeBytes(1000));
        await RefusedAsync(client.PutAsync(Guid.CreateVersion7(), UploadSteps.SomeBytes(1001)), 413, "media.file-too-large");

        Assert.Equal(HttpStatusCode.Created, fits.StatusCode);
    }

    [Fact]
    public async Task Creations_at_once_never_reserve_more_than_there_is()
    {
        await using var narrow = new App(("Media:QuotaBytes", "10000"), ("Media:ConcurrentUploads", "100"));
        using var client = narrow.Stranger();

        var responses = await Task.WhenAll(Enumerable.Range(0, 50).Select(_ => client.BeginAsync(1000)));

        Assert.Equal(10, responses.Count(response => response.StatusCode is HttpStatusCode.Created));
        var refused = responses.Where(response => response.StatusCode is HttpStatusCode.InsufficientStorage).ToList();
        Assert.Equal(40, refused.Count);
        Assert.Equal("media.quota-exceeded", (await refused[0].ProblemAsync()).Code);
        Assert.Equal(new UsageBody(10_000, 0, 10_000, 10), await client.UsageAsync());
        using var ended = await client.TusAsync("DELETE", responses.First(response => response.StatusCode is HttpStatusCode.Created).Headers.Location!.OriginalString);
        using var after = await client.BeginAsync(1000);
        Assert.Equal(HttpStatusCode.Created, after.StatusCode);
    }

    [Fact]
    public async Task So_many_uploads_can_be_under_way_and_no_more()
    {
        await using var few = new App(("Media:ConcurrentUploads", "3"));
        using var client = few.Stranger();

        var responses = await Task.WhenAll(Enumerable.Range(0, 10).Select(number => client.BeginAsync(1000 + number)));

        Assert.Equal(3, responses.Count(response => response.StatusCode is HttpStatusCode.Created));
        Assert.Equal("media.too-many-uploads", (await responses.First(response => response.StatusCode is HttpStatusCode.Conflict).ProblemAsync()).Code);
    }

    [Fact]
    public async Task An_upload_that_waited_too_long_is_410_and_then_gone_with_its_room_and_its_pieces()
    {
        await using var waiting = new App();
        var owner = Guid.CreateVersion7();
        using var client = waiting.ClientOf(owner);
        var upload = await client.BegunAsync(1000);
        waiting.Clock.Advance(TimeSpan.FromHours(23));
        using var later = waiting.ClientOf(owner);
        using var begun = await later.AppendAsync(upload, 0, new byte[500]);
        waiting.Clock.Advance(TimeSpan.FromHours(23));
        using var stillThere = waiting.ClientOf(owner);
        Assert.Equal(500, await stillThere.OffsetAsync(upload));

        waiting.Clock.Advance(TimeSpan.FromHours(1));
        using var tooLate = waiting.ClientOf(owner);
        await RefusedAsync(tooLate.AppendAsync(upload, 500, new byte[500]), 410, "media.upload-expired");
        await waiting.SweepAsync();

        using var head = await tooLate.TusAsync("HEAD", upload);
        Assert.Equal(HttpStatusCode.NotFound, head.StatusCode);
        Assert.Equal((0, 0), ((await tooLate.UsageAsync()).ReservedBytes, (await tooLate.UsageAsync()).Uploads));
        Assert.Empty(await waiting.StoredAsync());
        Assert.Contains(DateTimeOffset.Parse(begun.Headers.GetValues("Upload-Expires").Single(), CultureInfo.InvariantCulture), new[] { Seconds(waiting.Clock.GetUtcNow()) });
    }

    private static DateTimeOffset Seconds(DateTimeOffset instant) => instant.AddTicks(-(instant.Ticks % TimeSpan.TicksPerSecond));

    private static async Task RefusedAsync(Task<HttpResponseMessage> asking, int status, string code)
    {
        using var response = await asking;
        Assert.Equal((status, code), ((int)response.StatusCode, (await response.ProblemAsync()).Code));
    }
}
