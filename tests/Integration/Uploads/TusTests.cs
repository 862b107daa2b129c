using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using System.Net.Sockets;
using System.Security.Cryptography;
using System.Text;
using Microsoft.Extensions.DependencyInjection;
using SystemDesign.Media.Domain.Uploads;
using SystemDesign.Tests.Integration.Support;

namespace SystemDesign.Tests.Integration.Uploads;

/// <summary>Uploads that go on where they broke off (https://tus.io/protocols/resumable-upload).</summary>
[Trait("Notes", "DB-6")]
public sealed class TusTests(App app) : IClassFixture<App>
{
    [Fact]
    public async Task OPTIONS_says_what_is_spoken_to_whoever_asks()
    {
        using var client = app.Anonymous();
        using var request = new HttpRequestMessage(HttpMethod.Options, UploadSteps.Uploads);
        using var response = await client.SendAsync(request);

        Assert.Equal(HttpStatusCode.NoContent, response.StatusCode);
        Assert.Equal("1.0.0", Header(response, "Tus-Version"));
        Assert.Equal("creation,creation-with-upload,expiration,checksum,termination", Header(response, "Tus-Extension"));
        Assert.Equal("sha1,sha256", Header(response, "Tus-Checksum-Algorithm"));
        Assert.Equal(new MediaOptions().MaximumFileBytes.ToString(CultureInfo.InvariantCulture), Header(response, "Tus-Max-Size"));
    }

    [Theory]
    [InlineData(1, 1)]
    [InlineData(1000, 999)]
    [InlineData(Intake.PieceBytes, Intake.PieceBytes)]
    [InlineData((2 * Intake.PieceBytes) + 1, Intake.PieceBytes + 1)]
    public async Task DB_6_An_upload_in_parts_becomes_the_file_that_was_sent(int length, int part)
    {
        using var client = app.Stranger();
        var bytes = UploadSteps.SomeBytes(length);
        var metadata = UploadSteps.Metadata(("filename", "höhe.bin"), ("filetype", "image/png"), ("visibility", "public"));
        var upload = await client.BegunAsync(length, ("Upload-Metadata", metadata));
        for (var offset = 0; offset < length; offset += part)
        {
            using var response = await client.AppendAsync(upload, offset, bytes.AsMemory(offset, Math.Min(part, length - offset)));
            Assert.Equal((HttpStatusCode.NoContent, "1.0.0"), (response.StatusCode, Header(response, "Tus-Resumable")));
            Assert.Equal(Math.Min(offset + part, length), response.OffsetOf());
        }

        var file = await client.FileAsync(UploadSteps.IdOf(upload));
        Assert.Equal(("höhe.bin", "application/octet-stream", length, "public"), (file.Name, file.Type, file.Bytes, file.Visibility));
        Assert.Equal(bytes, await app.DownloadedAsync(file));
        using var head = await client.TusAsync("HEAD", upload);
        Assert.Equal((length, metadata, "no-store"), (head.OffsetOf(), Header(head, "Upload-Metadata"), Header(head, "Cache-Control")));
        Assert.Equal(new UsageBody(new MediaOptions().QuotaBytes, length, 0, 0), await client.UsageAsync());
    }

    [Theory]
    [InlineData(false, 123_456)]
    [InlineData(true, 0)]
    public async Task What_was_read_before_a_connection_broke_is_kept_unless_a_checksum_is_to_tell_whether_it_is_right(bool hasChecksum, int kept)
    {
        var owner = Guid.CreateVersion7();
        using var client = app.ClientOf(owner);
        var bytes = UploadSteps.SomeBytes(300_000);
        var upload = await client.BegunAsync(bytes.Length);
        await using (var scope = app.Services.CreateAsyncScope())
        {
            var row = (await scope.ServiceProvider.GetRequiredService<IUploads>().FindAsync(UploadSteps.IdOf(upload), owner, CancellationToken.None))!;
            await using var body = new BreakingStream(bytes.AsMemory(0, 123_456));
            var taking = scope.ServiceProvider.GetRequiredService<Intake>()
                .TakeAsync(row, body, hasChecksum ? Checksum.Sha256(SHA256.HashData(bytes)) : null, CancellationToken.None);
            await Assert.ThrowsAsync<IOException>(() => taking);
        }

        Assert.Equal(kept, await client.OffsetAsync(upload));
        using var rest = await client.AppendAsync(upload, kept, bytes.AsMemory(kept));
        Assert.Equal(bytes, await app.DownloadedAsync(await client.FileAsync(UploadSteps.IdOf(upload))));
    }

    [Fact]
    public async Task DB_6_However_often_a_connection_breaks_the_file_is_the_one_that_was_sent()
    {
        using var client = app.Stranger();
        var bytes = UploadSteps.SomeBytes(6_000_000);
        var upload = await client.BegunAsync(bytes.Length, ("Upload-Metadata", UploadSteps.Metadata(("sha256", Convert.ToHexStringLower(SHA256.HashData(bytes))))));
        var chance = new Random(20_261_125);
        for (var round = 0; round < 15; round++)
        {
            var offset = (int)await client.OffsetAsync(upload);
            await SendAndBreakAsync(client, upload, offset, bytes, chance.Next(0, Math.Min(bytes.Length - offset, 800_000)));
        }

        await FinishAsync(client, upload, bytes);

        Assert.Equal(bytes, await app.DownloadedAsync(await client.FileAsync(UploadSteps.IdOf(upload))));
    }

    [Fact]
    public async Task Of_a_request_with_a_checksum_that_breaks_off_nothing_is_kept()
    {
        using var client = app.Stranger();
        var bytes = UploadSteps.SomeBytes(200_000);
        var upload = await client.BegunAsync(bytes.Length);

        await SendAndBreakAsync(client, upload, 0, bytes, 100_000, $"Upload-Checksum: sha1 {Convert.ToBase64String(CryptographicOperations.HashData(HashAlgorithmName.SHA1, bytes))}\r\n");

        using var whole = await client.AppendAsync(upload, 0, bytes, ("Upload-Checksum", Sum("sha1", CryptographicOperations.HashData(HashAlgorithmName.SHA1, bytes))));
        Assert.Equal((HttpStatusCode.NoContent, bytes.Length), (whole.StatusCode, whole.OffsetOf()));
    }

    [Theory]
    [InlineData("sha1")]
    [InlineData("sha256")]
    public async Task A_wrong_checksum_is_460_and_nothing_is_kept_and_a_right_one_is_taken(string algorithm)
    {
        using var client = app.Stranger();
        var bytes = UploadSteps.SomeBytes(Intake.PieceBytes + 10);
        var digest = algorithm == "sha1" ? CryptographicOperations.HashData(HashAlgorithmName.SHA1, bytes) : SHA256.HashData(bytes);
        var upload = await client.BegunAsync(bytes.Length);

        using var wrong = await client.AppendAsync(upload, 0, bytes, ("Upload-Checksum", Sum(algorithm, [.. digest.Reverse()])));
        var between = await client.OffsetAsync(upload);
        using var right = await client.AppendAsync(upload, 0, bytes, ("Upload-Checksum", Sum(algorithm, digest)));

        Assert.Equal((460, "media.checksum-mismatch"), ((int)wrong.StatusCode, (await wrong.ProblemAsync()).Code));
        Assert.Equal("1.0.0", Header(wrong, "Tus-Resumable"));
        Assert.Equal((0, HttpStatusCode.NoContent), (between, right.StatusCode));
        Assert.Equal(bytes, await app.DownloadedAsync(await client.FileAsync(UploadSteps.IdOf(upload))));
    }

    [Fact]
    public async Task A_body_may_come_with_the_creation()
    {
        using var client = app.Stranger();
        var bytes = UploadSteps.SomeBytes(5000);
        using var body = new ByteArrayContent(bytes);
        body.Headers.ContentType = new MediaTypeHeaderValue("application/offset+octet-stream");

        using var created = await client.TusAsync("POST", UploadSteps.Uploads, body, ("Upload-Length", "5000"), ("Upload-Checksum", Sum("sha256", SHA256.HashData(bytes))));

        Assert.Equal((HttpStatusCode.Created, 5000), (created.StatusCode, created.OffsetOf()));
        Assert.Equal(bytes, await app.DownloadedAsync(await client.FileAsync(UploadSteps.IdOf(created.Headers.Location!.OriginalString))));
    }

    [Fact]
    public async Task Of_50_who_send_the_same_part_at_once_one_is_taken()
    {
        using var client = app.Stranger();
        var rivals = Enumerable.Range(0, 50).Select(_ => UploadSteps.SomeBytes(20_000)).ToList();
        var upload = await client.BegunAsync(20_001);

        var responses = await Task.WhenAll(rivals.Select(bytes => client.AppendAsync(upload, 0, bytes)));

        var winner = Assert.Single(responses, response => response.StatusCode is HttpStatusCode.NoContent);
        Assert.Equal(49, responses.Count(response => response.StatusCode is HttpStatusCode.Conflict));
        using var last = await client.AppendAsync(upload, 20_000, new byte[] { 7 });
        byte[] expected = [.. rivals[Array.IndexOf(responses, winner)], 7];
        Assert.Equal(expected, await app.DownloadedAsync(await client.FileAsync(UploadSteps.IdOf(upload))));
    }

    [Fact]
    public async Task What_is_not_as_tus_has_it_is_refused_and_says_why()
    {
        using var client = app.Stranger();
        var upload = await client.BegunAsync(100);
        using var text = new StringContent("0123456789");

        await RefusedAsync(client.AppendAsync(upload, 50, new byte[10]), 409, "media.offset-moved");
        await RefusedAsync(client.AppendAsync(upload, 0, new byte[101]), 413, "media.longer-than-announced");
        await RefusedAsync(client.AppendAsync(upload, 0, new byte[10], ("Upload-Checksum", "md5 AAAA")), 400, "media.checksum-algorithm-unknown");
        await RefusedAsync(client.AppendAsync(upload, 0, new byte[10], ("Upload-Checksum", "sha1 not base64")), 400, "invalid-input");
        await RefusedAsync(client.TusAsync("PATCH", upload, text, ("Upload-Offset", "0")), 415, "unsupported-media-type");
        await RefusedAsync(client.TusAsync("PATCH", upload, Bytes(10)), 400, "invalid-input");
        await RefusedAsync(client.TusAsync("PATCH", upload, Bytes(10), ("Upload-Offset", "0"), ("Tus-Resumable", "0.2.2")), 412, "media.tus-version");
        await RefusedAsync(client.TusAsync("POST", UploadSteps.Uploads), 400, "invalid-input");
        await RefusedAsync(client.BeginAsync(0), 400, "invalid-input");
        await RefusedAsync(client.BeginAsync(long.MaxValue), 413, "media.file-too-large");
        await RefusedAsync(client.TusAsync("POST", UploadSteps.Uploads, null, ("Upload-Defer-Length", "1")), 400, "media.extension-not-offered");
        await RefusedAsync(client.BeginAsync(10, ("Upload-Concat", "partial")), 400, "media.extension-not-offered");
        await RefusedAsync(client.BeginAsync(10, ("Upload-Metadata", "filename *")), 400, "invalid-input");
        await RefusedAsync(client.BeginAsync(10, ("Upload-Metadata", UploadSteps.Metadata(("visibility", "everybody")))), 400, "invalid-input");
        await RefusedAsync(client.BeginAsync(10, ("Upload-Metadata", UploadSteps.Metadata(("sha256", "abc")))), 400, "invalid-input");
        await RefusedAsync(client.BeginAsync(10, ("Upload-Metadata", UploadSteps.Metadata(("filename", new string('x', 256))))), 400, "invalid-input");
        Assert.Equal(0, await client.OffsetAsync(upload));

        using var unspoken = await client.TusAsync("HEAD", upload, null, ("Tus-Resumable", "2.0.0"));
        Assert.Equal((HttpStatusCode.PreconditionFailed, "1.0.0"), (unspoken.StatusCode, Header(unspoken, "Tus-Version")));
    }

    [Fact]
    public async Task An_upload_is_its_owners_alone()
    {
        using var client = app.Stranger();
        using var other = app.Stranger();
        using var nobody = app.Anonymous();
        var upload = await client.BegunAsync(10);

        await RefusedAsync(other.AppendAsync(upload, 0, new byte[10]), 404, "media.upload-not-found");
        await RefusedAsync(other.TusAsync("DELETE", upload), 404, "media.upload-not-found");
        using var head = await other.TusAsync("HEAD", upload);
        using var anonymous = await nobody.BeginAsync(10);

        Assert.Equal((HttpStatusCode.NotFound, HttpStatusCode.Unauthorized), (head.StatusCode, anonymous.StatusCode));
        Assert.Equal(0, await client.OffsetAsync(upload));
    }

    [Fact]
    public async Task An_upload_that_is_given_up_is_gone_and_its_room_is_free()
    {
        using var client = app.Stranger();
        var upload = await client.BegunAsync(1000);
        using var begun = await client.AppendAsync(upload, 0, new byte[500]);
        var before = await client.UsageAsync();

        using var ended = await client.TusAsync("DELETE", upload);
        using var head = await client.TusAsync("HEAD", upload);

        Assert.Equal((1000, 1), (before.ReservedBytes, before.Uploads));
        Assert.Equal((HttpStatusCode.NoContent, HttpStatusCode.NotFound), (ended.StatusCode, head.StatusCode));
        Assert.Equal((0, 0), ((await client.UsageAsync()).ReservedBytes, (await client.UsageAsync()).Uploads));
        Assert.DoesNotContain(await app.StoredAsync(), name => name.Contains(UploadSteps.IdOf(upload).ToString("N"), StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_client_that_can_only_send_POST_names_the_method_that_it_means()
    {
        using var client = app.Stranger();
        var upload = await client.BegunAsync(2);

        using var sent = await client.TusAsync("POST", upload, Bytes(1), ("Upload-Offset", "0"), ("X-HTTP-Method-Override", "PATCH"));
        using var asked = await client.TusAsync("POST", upload, null, ("X-HTTP-Method-Override", "HEAD"));
        using var ended = await client.TusAsync("POST", upload, null, ("X-HTTP-Method-Override", "DELETE"));

        Assert.Equal((1, 1, HttpStatusCode.NoContent), (sent.OffsetOf(), asked.OffsetOf(), ended.StatusCode));
    }

    [Fact]
    public async Task What_is_not_what_its_sha256_says_never_becomes_a_file()
    {
        using var client = app.Stranger();
        var upload = await client.BegunAsync(10, ("Upload-Metadata", UploadSteps.Metadata(("sha256", new string('0', 64)))));

        await RefusedAsync(client.AppendAsync(upload, 0, new byte[10]), 400, "media.digest-mismatch");
        await RefusedAsync(client.AppendAsync(upload, 10, Array.Empty<byte>()), 400, "media.digest-mismatch");
        using var head = await client.TusAsync("HEAD", upload);
        using var file = await client.GetAsync($"{UploadSteps.Files}/{UploadSteps.IdOf(upload)}");

        Assert.Equal((HttpStatusCode.Gone, HttpStatusCode.NotFound), (head.StatusCode, file.StatusCode));
        Assert.Equal((0, 0, 0), ((await client.UsageAsync()).ReservedBytes, (await client.UsageAsync()).Uploads, (await client.UsageAsync()).UsedBytes));
    }

    [Fact]
    public async Task Who_sends_the_end_of_a_finished_upload_again_is_told_that_it_is_done()
    {
        using var client = app.Stranger();
        var upload = await client.BegunAsync(10);
        using var first = await client.AppendAsync(upload, 0, new byte[10]);

        using var nothing = await client.AppendAsync(upload, 10, Array.Empty<byte>());

        Assert.Equal((HttpStatusCode.NoContent, 10), (nothing.StatusCode, nothing.OffsetOf()));
        Assert.Equal($"/api/media/files/{UploadSteps.IdOf(upload)}", nothing.Content.Headers.ContentLocation?.OriginalString);
        await RefusedAsync(client.AppendAsync(upload, 0, new byte[10]), 409, "media.offset-moved");
    }

    private static async Task RefusedAsync(Task<HttpResponseMessage> asking, int status, string code)
    {
        using var response = await asking;
        Assert.Equal((status, code), ((int)response.StatusCode, (await response.ProblemAsync()).Code));
    }

    private static async Task FinishAsync(HttpClient client, string upload, byte[] bytes)
    {
        while (await client.OffsetAsync(upload) is var offset && offset < bytes.Length)
        {
            // A broken request may still be taken in: then this one is told so, and asks again.
            using var response = await client.AppendAsync(upload, offset, bytes.AsMemory((int)offset, (int)Math.Min(1_000_000, bytes.Length - offset)));
            Assert.Contains(response.StatusCode, new[] { HttpStatusCode.NoContent, HttpStatusCode.Conflict });
        }
    }

    /// <summary>Announces all that is missing, sends a part of it, and is gone.</summary>
    private static async Task SendAndBreakAsync(HttpClient client, string upload, int offset, byte[] bytes, int length, string headers = "")
    {
        using var socket = new TcpClient();
        await socket.ConnectAsync(client.BaseAddress!.Host, client.BaseAddress.Port);
        await using var stream = socket.GetStream();
        var head =
            $"PATCH {upload} HTTP/1.1\r\nHost: localhost\r\nAuthorization: {client.DefaultRequestHeaders.Authorization}\r\nTus-Resumable: 1.0.0\r\nUpload-Offset: {offset}\r\n"
            + $"Content-Type: application/offset+octet-stream\r\nContent-Length: {bytes.Length - offset}\r\nExpect: 100-continue\r\n{headers}\r\n";
        await stream.WriteAsync(Encoding.ASCII.GetBytes(head));

        // From now on the body is read; a client that is gone before that has sent nothing, as far as the server knows. Where another is told,
        // what came before the last break was written down after the offset was asked for: a client asks for it again.
        var answer = await new StreamReader(stream).ReadLineAsync();
        if (answer?.Contains("409", StringComparison.Ordinal) is true)
        {
            return;
        }

        Assert.Contains("100", answer, StringComparison.Ordinal);
        await stream.WriteAsync(bytes.AsMemory(offset, length));
        await stream.FlushAsync();
        socket.Client.Shutdown(SocketShutdown.Send);
        socket.Client.Close(timeout: 5);
    }

    private static ByteArrayContent Bytes(int length)
    {
        var content = new ByteArrayContent(new byte[length]);
        content.Headers.ContentType = new MediaTypeHeaderValue("application/offset+octet-stream");
        return content;
    }

    private static string Sum(string algorithm, byte[] digest) => $"{algorithm} {Convert.ToBase64String(digest)}";

    private static string? Header(HttpResponseMessage response, string name) =>
        response.Headers.TryGetValues(name, out var values) ? string.Join(',', values) : null;
}
