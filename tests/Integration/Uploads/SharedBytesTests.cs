using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using SystemDesign.Media.Data;
using SystemDesign.Platform.Storage;
using SystemDesign.Tests.Integration.Support;

namespace SystemDesign.Tests.Integration.Uploads;

/// <summary>The same bytes of many people are kept once, for as long as one of them has them.</summary>
[Trait("Notes", "TI-3")]
public sealed class SharedBytesTests
{
    [Fact]
    public async Task TI_3_The_same_bytes_of_50_at_once_are_one_object_which_goes_when_all_50_have_deleted_them()
    {
        await using var app = new App();
        var owners = Enumerable.Range(0, 50).Select(_ => Guid.CreateVersion7()).ToList();
        var bytes = UploadSteps.SomeBytes(10_000);

        var files = await Task.WhenAll(owners.Select(owner => app.ClientOf(owner).HasPutAsync(bytes, "?visibility=public")));

        var kept = Assert.Single(await app.AskAsync(db => db.Objects.ToListAsync()));
        Assert.Equal((50, 50, null), (kept.Files, kept.PublicFiles, kept.UnusedSince));
        Assert.Equal(50, files.Select(file => file.Id).Distinct().Count());
        Assert.Equal([kept.Name], await app.StoredAsync());

        var deletions = await Task.WhenAll(owners.Zip(files).Select(pair => app.ClientOf(pair.First).DeleteAsync($"{UploadSteps.Files}/{pair.Second.Id}")));

        Assert.All(deletions, response => Assert.Equal(HttpStatusCode.NoContent, response.StatusCode));
        var unused = Assert.Single(await app.AskAsync(db => db.Objects.ToListAsync()));
        Assert.Equal((0, 0), (unused.Files, unused.PublicFiles));
        Assert.NotNull(unused.UnusedSince);
        app.Clock.Advance(MediaSweep.Grace);
        var sweep = app.Services.GetRequiredService<MediaSweep>();
        var removals = await Task.WhenAll(Enumerable.Range(0, 10).Select(_ => sweep.RemoveAsync(kept.Name)));
        Assert.Single(removals, isGone => isGone);
        Assert.Empty(await app.StoredAsync());
        Assert.Empty(await app.AskAsync(db => db.Objects.ToListAsync()));
    }

    [Fact]
    public async Task Who_uploads_what_is_just_being_deleted_has_a_file_with_its_bytes()
    {
        await using var app = new App();
        var sweep = app.Services.GetRequiredService<MediaSweep>();
        var store = app.Services.GetRequiredService<IObjectStore>();
        for (var round = 0; round < 60; round++)
        {
            var bytes = UploadSteps.SomeBytes(2000);
            using var first = app.Stranger();
            var file = await first.HasPutAsync(bytes);
            var name = await app.AskAsync(db => db.Files.Where(kept => kept.Id == file.Id).Select(kept => kept.ObjectName).SingleAsync());
            using var deleted = await first.DeleteAsync($"{UploadSteps.Files}/{file.Id}");
            app.Clock.Advance(MediaSweep.Grace);
            using var second = app.Stranger();

            var uploading = second.HasPutAsync(bytes, "?visibility=public");
            while (round % 3 > 0 && !uploading.IsCompleted && !await sweep.RemoveAsync(name))
            {
                // Until the one or the other comes first.
            }

            await sweep.RemoveAsync(name);
            var again = await uploading;

            Assert.NotNull(await store.FindAsync(name, CancellationToken.None));
            Assert.Equal(bytes, await app.DownloadedAsync(again));
            Assert.Equal(1, await app.AskAsync(db => db.Objects.Where(kept => kept.Name == name).Select(kept => kept.Files).SingleAsync()));
        }
    }
}
