using System.Globalization;
using System.Net;
using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using SystemDesign.Media.Data;
using SystemDesign.Media.Domain.Delivery;
using SystemDesign.Media.Domain.Objects;
using SystemDesign.Platform.Persistence;

namespace SystemDesign.Tests.Integration.Media;

/// <summary>What uploads and time do to objects.</summary>
internal static class MediaSteps
{
    /// <summary>Bytes that no other test has.</summary>
    public static byte[] SomeBytes(int length) => RandomNumberGenerator.GetBytes(length);

    /// <summary>Text that no other test has, and that is smaller when it is compressed.</summary>
    public static byte[] SomeText(int length) => Encoding.UTF8.GetBytes($"{Guid.CreateVersion7()} {new string('x', length)}")[..length];

    /// <returns>The name of the object, kept as an upload keeps it.</returns>
    public static async Task<string> KeepAsync(this MediaApp app, byte[] bytes, string contentType = "application/octet-stream", bool isPublic = true)
    {
        var name = $"{Convert.ToHexStringLower(SHA256.HashData(bytes))}.bin";
        using var content = new MemoryStream(bytes);
        await app.Store.PutAsync(name, content, bytes.Length, CancellationToken.None);
        var now = app.Clock.GetUtcNow();
        await app.SaveAsync(db => db.Objects.Add(new()
        {
            Name = name,
            Bytes = bytes.Length,
            ContentType = contentType,
            StoredAt = now,
            LastReadAt = now,
            Files = 1,
            PublicFiles = isPublic ? 1 : 0,
        }));
        await app.PurgeAsync(name);
        return name;
    }

    /// <summary>As a deletion does it: the row, then the edge, then the bytes.</summary>
    public static async Task DeleteAsync(this MediaApp app, string name)
    {
        await app.ForgetRowAsync(name);
        await app.PurgeAsync(name);
        await app.Store.DeleteAsync(name, CancellationToken.None);
    }

    /// <summary>Behind the back of whoever remembers it.</summary>
    public static Task ForgetRowAsync(this MediaApp app, string name) =>
        app.SaveAsync(db => db.OnSave(cancellationToken => db.Objects.Where(kept => kept.Name == name).ExecuteDeleteAsync(cancellationToken)));

    public static Task PurgeAsync(this MediaApp app, string name) => app.App.Services.GetRequiredService<IEdgeCopies>().PurgeAsync([name]);

    public static async Task<MediaObject> RowOfAsync(this MediaApp app, string name)
    {
        await using var db = await app.App.Services.GetRequiredService<IDbContextFactory<MediaDb>>().CreateDbContextAsync();
        return await db.Objects.AsNoTracking().SingleAsync(kept => kept.Name == name);
    }

    public static async Task<MediaTier> TierOfAsync(this MediaApp app, string name) => (await app.RowOfAsync(name)).Tier;

    /// <summary>Changes a row behind everybody's back.</summary>
    public static Task SetAsync(this MediaApp app, string name, int? publicFiles = null, MediaTier? tier = null, long? bytes = null) => app.SaveAsync(db => db.OnSave(
        cancellationToken => db.Objects.Where(kept => kept.Name == name).ExecuteUpdateAsync(
            row => row
                .SetProperty(kept => kept.PublicFiles, kept => publicFiles ?? kept.PublicFiles)
                .SetProperty(kept => kept.Tier, kept => tier ?? kept.Tier)
                .SetProperty(kept => kept.Bytes, kept => bytes ?? kept.Bytes),
            cancellationToken)));

    public static async Task SaveAsync(this MediaApp app, Action<MediaDb> work)
    {
        await using var db = await app.App.Services.GetRequiredService<IDbContextFactory<MediaDb>>().CreateDbContextAsync();
        work(db);
        await app.App.Services.GetRequiredService<IWriter<MediaDb>>().SaveAsync(db, CancellationToken.None);
    }

    /// <summary>The address of an object that is not open to all.</summary>
    public static string Signed(this MediaApp app, string name, TimeSpan lifetime)
    {
        var expires = (app.Clock.GetUtcNow() + lifetime).ToUnixTimeSeconds();
        var signature = app.App.Services.GetRequiredService<IUrlSignatures>().Sign(name, expires);
        return string.Create(CultureInfo.InvariantCulture, $"/cdn/{name}?expires={expires}&signature={signature}");
    }

    public static async Task<byte[]> BytesAsync(this MediaApp app, string name)
    {
        using var response = await app.Client.GetAsync($"/cdn/{name}");
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        return await response.Content.ReadAsByteArrayAsync();
    }

    public static async Task<HttpResponseMessage> SendAsync(this MediaApp app, string path, string method = "GET", params (string Name, string Value)[] headers)
    {
        using var request = new HttpRequestMessage(new HttpMethod(method), path);
        foreach (var (name, value) in headers)
        {
            Assert.True(request.Headers.TryAddWithoutValidation(name, value));
        }

        return await app.Client.SendAsync(request);
    }

    public static async Task<HttpStatusCode> StatusAsync(this MediaApp app, string path, string method = "GET", params (string Name, string Value)[] headers)
    {
        using var response = await app.SendAsync(path, method, headers);
        return response.StatusCode;
    }

    /// <summary>As it came over the wire.</summary>
    public static string? Header(this HttpResponseMessage response, string name) =>
        response.Headers.NonValidated.TryGetValues(name, out var values) || response.Content.Headers.NonValidated.TryGetValues(name, out values) ? values.ToString() : null;
}
