using System.Collections.Concurrent;
using System.Net;
using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using SystemDesign.Contracts.Media;
using SystemDesign.Kernel.Events;
using SystemDesign.Kernel.Media;
using SystemDesign.Media.Data;
using SystemDesign.Media.Domain.Uploads;
using SystemDesign.Platform.Outbox;
using SystemDesign.Platform.Persistence;
using SystemDesign.Tests.Integration.Support;

namespace SystemDesign.Tests.Integration.Uploads;

/// <summary>Files that are there: whose they are, who uses them, and when they go.</summary>
[Trait("Notes", "WA-5")]
public sealed class FileTests
{
    /// <summary>A segment of metadata that says where: one directory with a pointer to GPS, which says N, and the place once more as text.</summary>
    private static readonly byte[] Exif =
    [
        0xFF, 0xE1, 0, (byte)(2 + 6 + 44 + Place.Length), .. "Exif\0\0II*\0"u8, 8, 0, 0, 0,
        1, 0, 0x25, 0x88, 4, 0, 1, 0, 0, 0, 26, 0, 0, 0, 0, 0, 0, 0,
        1, 0, 1, 0, 2, 0, 2, 0, 0, 0, (byte)'N', 0, 0, 0, 0, 0, 0, 0,
        .. Place,
    ];

    private static ReadOnlySpan<byte> Place => "52 31 12 N, 13 24 18 E"u8;

    [Fact]
    public async Task WA_5_Its_owner_sees_opens_closes_and_deletes_it_and_nobody_else_does()
    {
        await using var app = new App();
        using var client = app.Stranger();
        using var other = app.Stranger();
        var (older, file) = (await client.HasPutAsync(UploadSteps.SomeBytes(10)), await client.HasPutAsync(UploadSteps.SomeBytes(20)));
        var path = $"{UploadSteps.Files}/{file.Id}";
        using var anonymous = app.Anonymous();
        var unsigned = new Uri(new Uri(file.Url).GetLeftPart(UriPartial.Path));

        using var page = await client.GetAsync($"{UploadSteps.Files}?limit=1");
        var first = await page.ReadAsync<PageBody<FileBody>>();
        using var rest = await client.GetAsync($"{UploadSteps.Files}?limit=1&cursor={first.Next}");
        Assert.Equal([file.Id, older.Id], [.. first.Items.Concat((await rest.ReadAsync<PageBody<FileBody>>()).Items).Select(item => item.Id)]);
        Assert.Equal(HttpStatusCode.NotFound, (await anonymous.GetAsync(unsigned)).StatusCode);

        using var opened = await client.EditAsync(path, """{"visibility":"public"}""");
        Assert.Equal("public", (await opened.ReadAsync<FileBody>()).Visibility);
        Assert.Equal(HttpStatusCode.OK, (await anonymous.GetAsync(unsigned)).StatusCode);
        using var closed = await client.EditAsync(path, """{"visibility":"private"}""");
        Assert.Equal(HttpStatusCode.NotFound, (await anonymous.GetAsync(unsigned)).StatusCode);
        using var wrong = await client.EditAsync(path, """{"visibility":"friends"}""");
        Assert.Contains("visibility", (await wrong.ProblemAsync()).Errors!.Keys);

        Assert.All(
            [await other.GetAsync(path), await other.EditAsync(path, "{}"), await other.DeleteAsync(path)],
            response => Assert.Equal(HttpStatusCode.NotFound, response.StatusCode));
        using var deleted = await client.DeleteAsync(path);
        using var again = await client.DeleteAsync(path);
        Assert.Equal((HttpStatusCode.NoContent, HttpStatusCode.NotFound), (deleted.StatusCode, again.StatusCode));
        Assert.Equal(10, (await client.UsageAsync()).UsedBytes);
        Assert.False((await anonymous.GetAsync(unsigned)).IsSuccessStatusCode);
    }

    [Fact]
    public async Task Its_reference_says_what_it_is_until_it_may_go()
    {
        await using var app = new App();
        var owner = Guid.CreateVersion7();
        using var client = app.ClientOf(owner);
        var file = await client.HasPutAsync(UploadSteps.SomeBytes(10), "?visibility=public");
        var references = app.Services.GetRequiredService<IMediaReferences>();

        var reference = references.Verify(file.Reference!, owner, "image");

        Assert.Equal((file.Id, owner, file.Type, 10, true), (reference.FileId, reference.OwnerId, reference.ContentType, reference.Bytes, reference.IsPublic));
        Assert.Equal(file.DeletedAfter, reference.ExpiresAt);
        Assert.EndsWith($"/cdn/{reference.ObjectName}", new Uri(file.Url).AbsolutePath, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_that_nobody_uses_goes_and_one_that_is_used_stays_until_nobody_does()
    {
        await using var app = new App();
        var owner = Guid.CreateVersion7();
        using var client = app.ClientOf(owner);
        var (unused, used) = (await client.HasPutAsync(UploadSteps.SomeBytes(10)), await client.HasPutAsync(UploadSteps.SomeBytes(20)));
        var told = app.Clock.GetUtcNow();
        await TellAsync(app, new MediaAttached(used.Id, "case.post:1", told), new MediaAttached(used.Id, "case.post:1", told), new MediaAttached(used.Id, "case.post:2", told));
        Assert.Null((await client.FileAsync(used.Id)).DeletedAfter);
        using var inUse = await client.DeleteAsync($"{UploadSteps.Files}/{used.Id}");
        Assert.Equal((409, "media.file-in-use"), ((int)inUse.StatusCode, (await inUse.ProblemAsync()).Code));

        app.Clock.Advance(new MediaOptions().UnclaimedLifetime + MediaSweep.Margin);
        await app.SweepAsync();
        Assert.Equal([used.Id], await app.AskAsync(db => db.Files.Select(file => file.Id).ToListAsync()));

        await TellAsync(app, new MediaDetached(used.Id, "case.post:1", told.AddHours(1)), new MediaAttached(used.Id, "case.post:1", told));
        await app.SweepAsync();
        await TellAsync(app, new MediaDetached(used.Id, "case.post:2", told.AddHours(1)));
        await app.SweepAsync();
        Assert.Equal([used.Id], await app.AskAsync(db => db.Files.Select(file => file.Id).ToListAsync()));

        app.Clock.Advance(new MediaOptions().UnclaimedLifetime + MediaSweep.Margin);
        await app.SweepAsync();
        Assert.Empty(await app.AskAsync(db => db.Files.Select(file => file.Id).ToListAsync()));
        app.Clock.Advance(MediaSweep.Grace);
        await app.SweepAsync();
        Assert.Empty(await app.StoredAsync());
        Assert.Empty(await app.AskAsync(db => db.Usages.ToListAsync()));
        Assert.NotEqual(unused.Id, used.Id);
    }

    [Fact]
    public async Task Who_says_too_late_that_they_use_a_file_is_told_that_it_is_gone()
    {
        var told = new ConcurrentQueue<IEvent>();
        await using var app = new App(new AppSetup { Services = services => services.AddScoped<IOutbox>(provider => new Overheard(provider.GetRequiredService<EventsTold>(), told)) });
        var id = Guid.CreateVersion7();

        await TellAsync(app, new MediaAttached(id, "case.post:1", app.Clock.GetUtcNow()), new MediaDetached(Guid.CreateVersion7(), "case.post:2", app.Clock.GetUtcNow()));

        Assert.Equal([id], told.OfType<MediaDeleted>().Select(gone => gone.FileId));
    }

    [Fact]
    public async Task IG_5_Where_a_picture_was_taken_is_neither_served_nor_kept()
    {
        await using var app = new App();
        using var client = app.Stranger();
        var photo = await File.ReadAllBytesAsync(Path.Combine(AppContext.BaseDirectory, "Uploads", "photo.jpg"));
        byte[] taken = [.. photo[..2], .. Exif, .. photo[2..]];
        var upload = await client.BegunAsync(taken.Length, ("Upload-Metadata", UploadSteps.Metadata(("visibility", "public"))));
        using var sent = await client.AppendAsync(upload, 0, taken);

        var file = await client.FileAsync(UploadSteps.IdOf(upload));
        var served = await app.DownloadedAsync(file);

        Assert.Equal(("image/jpeg", served.Length), (file.Type, file.Bytes));
        Assert.True(file is { Width: > 0, Height: > 0 });
        Assert.True(taken.AsSpan().IndexOf(Place) > 0);
        Assert.Equal(-1, served.AsSpan().IndexOf(Place));
        Assert.Equal($"{Convert.ToHexStringLower(SHA256.HashData(served))}.jpg", Assert.Single(await app.StoredAsync()));
        using var again = await client.PutAsync(file.Id, taken);
        Assert.Equal(HttpStatusCode.OK, again.StatusCode);
        using var broken = await client.PutAsync(Guid.CreateVersion7(), taken.AsMemory(0, taken.Length / 2));
        Assert.Equal((400, "media.image-damaged"), ((int)broken.StatusCode, (await broken.ProblemAsync()).Code));
    }

    [Fact]
    public async Task Who_leaves_takes_files_and_uploads_along_and_others_keep_what_is_theirs()
    {
        await using var app = new App();
        using var leaver = app.Anonymous();
        var somebody = await leaver.RegisteredAsync();
        leaver.Bearing((await leaver.TokensAsync(somebody)).AccessToken);
        using var other = app.Stranger();
        var shared = UploadSteps.SomeBytes(1000);
        var (own, both) = (await leaver.HasPutAsync(UploadSteps.SomeBytes(500)), await leaver.HasPutAsync(shared));
        var stays = await other.HasPutAsync(shared, "?visibility=public");
        var upload = await leaver.BegunAsync(100);
        using var begun = await leaver.AppendAsync(upload, 0, new byte[50]);
        await TellAsync(app, new MediaAttached(own.Id, "case.post:1", app.Clock.GetUtcNow()), new MediaAttached(both.Id, "case.post:1", app.Clock.GetUtcNow()));

        using var left = await leaver.LeaveAsync(somebody.Password);
        await app.DrainAsync();
        await app.SweepAsync();
        app.Clock.Advance(MediaSweep.Grace);
        await app.SweepAsync();

        Assert.Equal([stays.Id], await app.AskAsync(db => db.Files.Select(file => file.Id).ToListAsync()));
        Assert.Empty(await app.AskAsync(db => db.Uploads.ToListAsync()));
        Assert.Single(await app.AskAsync(db => db.Usages.ToListAsync()));
        Assert.Equal(await app.AskAsync(db => db.Objects.Select(kept => kept.Name).ToListAsync()), await app.StoredAsync());
        Assert.Equal(shared, await app.DownloadedAsync(stays));
    }

    /// <summary>As a module tells it: it reaches Media by the outbox.</summary>
    internal static async Task TellAsync(App app, params IEvent[] events)
    {
        await using (var scope = app.Services.CreateAsyncScope())
        {
            var db = scope.ServiceProvider.GetRequiredService<MediaDb>();
            events.ToList().ForEach(scope.ServiceProvider.GetRequiredService<IOutbox>().Add);
            await app.Services.GetRequiredService<IWriter<MediaDb>>().SaveAsync(db, CancellationToken.None);
        }

        await app.DrainAsync();
    }

    private sealed class Overheard(EventsTold told, ConcurrentQueue<IEvent> events) : IOutbox
    {
        public void Add(IEvent happened)
        {
            events.Enqueue(happened);
            told.Add(happened);
        }
    }
}
