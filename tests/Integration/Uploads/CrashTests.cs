using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using SystemDesign.Contracts.Media;
using SystemDesign.Media.Data;
using SystemDesign.Media.Domain.Uploads;
using SystemDesign.Platform.Storage;
using SystemDesign.Tests.Integration.Support;

namespace SystemDesign.Tests.Integration.Uploads;

/// <summary>A process may die at any place: what it had acknowledged is there, what it had not is there once or not at all, and nothing else stays.</summary>
[Trait("Notes", "DB-6")]
public sealed class CrashTests
{
    private static readonly TimeSpan UntilAllIsSwept = TimeSpan.FromHours(30);

    [Fact]
    public async Task DB_6_Wherever_an_upload_is_when_its_process_dies_it_ends_as_one_file()
    {
        var faults = new MediaFaults();
        await using var app = new App(MediaFaults.Setup(faults));
        var deaths = 0;
        for (var hasDied = true; hasDied; deaths++)
        {
            var owner = Guid.CreateVersion7();
            var bytes = UploadSteps.SomeBytes(3000);
            using var client = app.ClientOf(owner);
            var upload = await client.BegunAsync(bytes.Length);
            faults.DieAt(deaths + 1);
            using var died = await client.AppendAsync(upload, 0, bytes);
            hasDied = faults.IsDead;
            faults.Revive();

            app.Clock.Advance(Completion.Lease);
            using var back = app.ClientOf(owner);
            var offset = await back.OffsetAsync(upload);
            Assert.Contains(offset, new long[] { 0, bytes.Length });
            if (offset == 0)
            {
                using var again = await back.AppendAsync(upload, 0, bytes);
                Assert.Equal(HttpStatusCode.NoContent, again.StatusCode);
            }

            var file = await back.FileAsync(UploadSteps.IdOf(upload));
            Assert.Equal(bytes, await app.DownloadedAsync(file));
            Assert.Equal(new UsageBody(new MediaOptions().QuotaBytes, bytes.Length, 0, 0), await back.UsageAsync());
        }

        Assert.True(deaths > 15, $"There were only {deaths} places to die at.");
        await LeavesOnlyFilesAsync(app, deaths);
    }

    [Fact]
    public async Task Wherever_a_sweep_dies_the_next_one_leaves_exactly_what_is_used()
    {
        var faults = new MediaFaults();
        await using var app = new App(MediaFaults.Setup(faults));
        var store = app.Services.GetRequiredService<IObjectStore>();
        var deaths = 0;
        for (var hasDied = true; hasDied; deaths++)
        {
            using var client = app.Stranger();
            using var other = app.Stranger();
            var shared = UploadSteps.SomeBytes(100);
            var (kept, gone) = (await client.HasPutAsync(shared), await other.HasPutAsync(shared));
            await other.HasPutAsync(UploadSteps.SomeBytes(200));
            var upload = await client.BegunAsync(100);
            using var begun = await client.AppendAsync(upload, 0, new byte[50]);
            await PutAsync(store, $"{StagedBytes.Prefix}{Guid.CreateVersion7():N}/0-{Guid.CreateVersion7():N}");
            await PutAsync(store, $"{Convert.ToHexStringLower(UploadSteps.SomeBytes(32))}.bin");
            await UseAsync(app, kept.Id);

            app.Clock.Advance(UntilAllIsSwept);
            faults.DieAt(deaths + 1);
            hasDied = await Record.ExceptionAsync(app.SweepAsync) is not null;
            faults.Revive();
            app.Clock.Advance(UntilAllIsSwept);
            await app.SweepAsync();
            app.Clock.Advance(UntilAllIsSwept);
            await app.SweepAsync();

            Assert.Empty(await app.AskAsync(db => db.Files.Where(file => file.Id == gone.Id).ToListAsync()));
            Assert.Equal(1, await app.AskAsync(db => db.Files.CountAsync(file => file.Id == kept.Id)));
            await LeavesOnlyFilesAsync(app, deaths + 1);
        }

        Assert.True(deaths > 15, $"There were only {deaths} places to die at.");
    }

    /// <summary>Each file has its own object, each object its bytes, and there is nothing else.</summary>
    private static async Task LeavesOnlyFilesAsync(App app, int files)
    {
        await UseAllAsync(app);
        app.Clock.Advance(UntilAllIsSwept);
        await app.SweepAsync();
        var objects = await app.AskAsync(db => db.Objects.Select(kept => kept.Name).ToListAsync());
        Assert.Equal(files, await app.AskAsync(db => db.Files.CountAsync()));
        Assert.Equal(files, objects.Count);
        Assert.All(await app.AskAsync(db => db.Objects.ToListAsync()), kept => Assert.Equal(1, kept.Files));
        Assert.Equal(objects.Order(StringComparer.Ordinal), (await app.StoredAsync()).Order(StringComparer.Ordinal));
        Assert.Empty(await app.AskAsync(db => db.Uploads.ToListAsync()));
    }

    private static async Task UseAllAsync(App app)
    {
        foreach (var id in await app.AskAsync(db => db.Files.Select(file => file.Id).ToListAsync()))
        {
            await UseAsync(app, id);
        }
    }

    private static Task UseAsync(App app, Guid fileId) => FileTests.TellAsync(app, new MediaAttached(fileId, "case.post:1", app.Clock.GetUtcNow()));

    private static async Task PutAsync(IObjectStore store, string name)
    {
        await using var content = new MemoryStream([1, 2, 3]);
        await store.PutAsync(name, content, 3, CancellationToken.None);
    }
}
