using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using SystemDesign.Kernel.Identity;
using SystemDesign.Media.Data;
using SystemDesign.Platform.Storage;
using SystemDesign.Tests.Integration.Support;

namespace SystemDesign.Tests.Integration.Uploads;

/// <summary>A file as it goes on the wire.</summary>
internal sealed record FileBody(
    Guid Id, string? Name, string Type, long Bytes, int? Width, int? Height, string Visibility, DateTimeOffset UploadedAt, string Url, string? Reference, DateTimeOffset? DeletedAfter);

internal sealed record UsageBody(long QuotaBytes, long UsedBytes, long ReservedBytes, int Uploads);

/// <summary>What people do with uploads and files, in the words of tus and of the API.</summary>
internal static class UploadSteps
{
    public const string Uploads = "/api/media/uploads";
    public const string Files = "/api/media/files";

    private static int count;

    /// <summary>A client of somebody who was never here before. The token is real; an account costs a tenth of a second each.</summary>
    public static HttpClient Stranger(this App app) => app.ClientOf(Guid.CreateVersion7());

    public static HttpClient ClientOf(this App app, Guid userId)
    {
        var tokens = app.Services.GetRequiredService<IAccessTokens>();
        var name = $"stranger_{Interlocked.Increment(ref count)}";
        return app.Anonymous().Bearing(tokens.Issue(new(userId, name, name, [], Guid.CreateVersion7())).Value);
    }

    /// <summary>Bytes that are no text and begin as nothing that is known.</summary>
    public static byte[] SomeBytes(int length)
    {
        var bytes = RandomNumberGenerator.GetBytes(length);
        bytes[0] = 0;
        return bytes;
    }

    public static async Task<HttpResponseMessage> TusAsync(
        this HttpClient client, string method, string path, HttpContent? body = null, params (string Name, string Value)[] headers)
    {
        using var request = new HttpRequestMessage(new HttpMethod(method), path) { Content = body };
        foreach (var (name, value) in headers.Prepend(("Tus-Resumable", "1.0.0")))
        {
            request.Headers.Remove(name);
            Assert.True(request.Headers.TryAddWithoutValidation(name, value));
        }

        return await client.SendAsync(request);
    }

    public static Task<HttpResponseMessage> BeginAsync(this HttpClient client, long length, params (string Name, string Value)[] headers) =>
        client.TusAsync("POST", Uploads, null, [("Upload-Length", length.ToString(CultureInfo.InvariantCulture)), .. headers]);

    /// <returns>The upload's address.</returns>
    public static async Task<string> BegunAsync(this HttpClient client, long length, params (string Name, string Value)[] headers)
    {
        using var response = await client.BeginAsync(length, headers);
        Assert.True(response.StatusCode is HttpStatusCode.Created, await response.Content.ReadAsStringAsync());
        return response.Headers.Location!.OriginalString;
    }

    public static Task<HttpResponseMessage> AppendAsync(this HttpClient client, string upload, long offset, ReadOnlyMemory<byte> bytes, params (string Name, string Value)[] headers)
    {
        var body = new ReadOnlyMemoryContent(bytes);
        body.Headers.ContentType = new MediaTypeHeaderValue("application/offset+octet-stream");
        return client.TusAsync("PATCH", upload, body, [("Upload-Offset", offset.ToString(CultureInfo.InvariantCulture)), .. headers]);
    }

    public static async Task<long> OffsetAsync(this HttpClient client, string upload)
    {
        using var response = await client.TusAsync("HEAD", upload);
        Assert.True(response.IsSuccessStatusCode, $"HEAD answered {(int)response.StatusCode}.");
        return response.OffsetOf();
    }

    public static long OffsetOf(this HttpResponseMessage response) => long.Parse(response.Headers.GetValues("Upload-Offset").Single(), CultureInfo.InvariantCulture);

    public static Guid IdOf(string upload) => Guid.Parse(upload[(upload.LastIndexOf('/') + 1)..], CultureInfo.InvariantCulture);

    public static string Metadata(params (string Key, string Value)[] pairs) =>
        string.Join(',', pairs.Select(pair => $"{pair.Key} {Convert.ToBase64String(Encoding.UTF8.GetBytes(pair.Value))}"));

    public static async Task<HttpResponseMessage> PutAsync(this HttpClient client, Guid id, ReadOnlyMemory<byte> bytes, string query = "", params (string Name, string Value)[] headers)
    {
        using var request = new HttpRequestMessage(HttpMethod.Put, $"{Uploads}/{id}{query}") { Content = new ReadOnlyMemoryContent(bytes) };
        foreach (var (name, value) in headers)
        {
            Assert.True(request.Headers.TryAddWithoutValidation(name, value));
        }

        return await client.SendAsync(request);
    }

    /// <summary>Puts a file as a client does that is told to come again in a moment.</summary>
    public static async Task<FileBody> HasPutAsync(this HttpClient client, ReadOnlyMemory<byte> bytes, string query = "", Guid? id = null)
    {
        var chosen = id ?? Guid.CreateVersion7();
        while (true)
        {
            using var response = await client.PutAsync(chosen, bytes, query);
            if (response.StatusCode is not HttpStatusCode.Locked)
            {
                return await response.ReadAsync<FileBody>();
            }
        }
    }

    public static async Task<FileBody> FileAsync(this HttpClient client, Guid id)
    {
        using var response = await client.GetAsync($"{Files}/{id}");
        return await response.ReadAsync<FileBody>();
    }

    public static async Task<UsageBody> UsageAsync(this HttpClient client)
    {
        using var response = await client.GetAsync("/api/media/usage");
        return await response.ReadAsync<UsageBody>();
    }

    /// <summary>The bytes behind a file's address, whoever asks.</summary>
    public static async Task<byte[]> DownloadedAsync(this App app, FileBody file)
    {
        using var anonymous = app.Anonymous();
        using var response = await anonymous.GetAsync(file.Url);
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        return await response.Content.ReadAsByteArrayAsync();
    }

    public static async Task SweepAsync(this App app)
    {
        await app.Services.GetRequiredService<MediaSweep>().SweepAsync(CancellationToken.None);
        await app.Services.GetRequiredService<StrayBytesSweep>().SweepAsync(CancellationToken.None);
    }

    public static async Task<T> AskAsync<T>(this App app, Func<MediaDb, Task<T>> question)
    {
        await using var db = await app.Services.GetRequiredService<IDbContextFactory<MediaDb>>().CreateDbContextAsync();
        return await question(db);
    }

    /// <summary>The names of all that is in the store.</summary>
    public static async Task<List<string>> StoredAsync(this App app) =>
        await app.Services.GetRequiredService<IObjectStore>().ListAsync(string.Empty, CancellationToken.None).Select(facts => facts.Name).ToListAsync();
}
