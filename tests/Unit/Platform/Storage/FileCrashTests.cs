using SystemDesign.Platform.Storage;
using SystemDesign.Platform.Storage.Files;
using SystemDesign.Tests.Unit.Platform.Caching.Support;

namespace SystemDesign.Tests.Unit.Platform.Storage;

/// <summary>A process may die at any step of what it does with files; the next one finds every object whole.</summary>
public sealed class FileCrashTests : IDisposable
{
    private const string Name = "folder/0123456789abcdef.txt";

    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("system-design-");
    private readonly ManualClock clock = new();
    private readonly byte[] content = [.. Enumerable.Range(0, 1000).Select(number => (byte)number)];
    private int runs;

    public static TheoryData<bool> IsDone => [false, true];

    public void Dispose() => folder.Delete(recursive: true);

    [Theory]
    [MemberData(nameof(IsDone))]
    public Task A_put_that_dies_leaves_the_object_whole_or_not_at_all(bool isDone) => DieAtEachStepAsync(
        isDone,
        store => Task.CompletedTask,
        PutAsync,
        async store =>
        {
            if (await store.FindAsync(Name, default) is { } facts)
            {
                Assert.Equal(content.Length, facts.Bytes);
                Assert.Equal(content, await ReadAsync(store));
            }

            await PutAsync(store);
            Assert.Equal(content, await ReadAsync(store));
        });

    [Theory]
    [MemberData(nameof(IsDone))]
    public Task A_put_over_a_cold_object_that_dies_loses_neither(bool isDone) => DieAtEachStepAsync(
        isDone,
        async store =>
        {
            await PutAsync(store);
            await store.FreezeAsync(Name, default);
        },
        PutAsync,
        async store =>
        {
            Assert.NotNull(await store.FindAsync(Name, default));
            Assert.Single(await ListAsync(store));
            await PutAsync(store);
            Assert.Equal(content, await ReadAsync(store));
        });

    [Theory]
    [MemberData(nameof(IsDone))]
    public Task WA_6_A_move_to_the_cold_tier_that_dies_leaves_the_object_in_one_of_them(bool isDone) => DieAtEachStepAsync(
        isDone,
        PutAsync,
        store => store.FreezeAsync(Name, default),
        async store =>
        {
            var facts = await store.FindAsync(Name, default);
            Assert.Equal(content.Length, facts?.Bytes);
            Assert.Single(await ListAsync(store));
            await store.FreezeAsync(Name, default);
            Assert.Equal(StorageTier.Cold, (await store.FindAsync(Name, default))?.Tier);
            Assert.Equal(content, await ThawAsync(store));
        });

    [Theory]
    [MemberData(nameof(IsDone))]
    public Task A_restore_whose_beginning_dies_is_begun_again_or_goes_on(bool isDone) => DieAtEachStepAsync(
        isDone,
        async store =>
        {
            await PutAsync(store);
            await store.FreezeAsync(Name, default);
        },
        store => store.ThawAsync(Name, default),
        async store =>
        {
            Assert.Equal(StorageTier.Thawing, await store.ThawAsync(Name, default));
            Assert.Null(await store.OpenAsync(Name, 0, 1, default));
            Assert.Equal(content, await ThawAsync(store));
        });

    [Theory]
    [MemberData(nameof(IsDone))]
    public Task A_restore_whose_end_dies_ends_when_it_is_asked_for_again(bool isDone) => DieAtEachStepAsync(
        isDone,
        async store =>
        {
            await PutAsync(store);
            await store.FreezeAsync(Name, default);
            await store.ThawAsync(Name, default);
            clock.Advance(TimeSpan.FromSeconds(10));
        },
        store => store.ThawAsync(Name, default),
        async store =>
        {
            Assert.Equal(StorageTier.Hot, await store.ThawAsync(Name, default));
            Assert.Equal(content, await ReadAsync(store));

            // What an interrupted end has left does not shorten the next restore.
            await store.FreezeAsync(Name, default);
            Assert.Equal(StorageTier.Thawing, await store.ThawAsync(Name, default));
        });

    [Theory]
    [MemberData(nameof(IsDone))]
    public Task A_deletion_that_dies_is_ended_by_the_next(bool isDone) => DieAtEachStepAsync(
        isDone,
        async store =>
        {
            await PutAsync(store);
            await store.FreezeAsync(Name, default);
            await store.ThawAsync(Name, default);
        },
        store => store.DeleteAsync(Name, default),
        async store =>
        {
            await store.DeleteAsync(Name, default);
            Assert.Null(await store.FindAsync(Name, default));
            Assert.Empty(await ListAsync(store));
        });

    /// <summary>Until a process survives, which it does when it has fewer steps than it was given.</summary>
    private async Task DieAtEachStepAsync(bool isDone, Func<FileObjects, Task> before, Func<FileObjects, Task> act, Func<FileObjects, Task> after)
    {
        var deaths = 0;
        for (var step = 1; ; step++)
        {
            var places = new FilePlaces(Path.Combine(folder.FullName, $"{runs++}"));
            var whole = new FileObjects(places, new Disk(), new StorageOptions(), clock);
            await whole.PrepareAsync(default);
            await before(whole);

            var disk = new MortalDisk(step, isDone);
            try
            {
                await act(new FileObjects(places, disk, new StorageOptions(), clock));
            }
            catch (DeathException)
            {
                deaths++;
            }

            await after(whole);
            await whole.RemoveLeftoversAsync(clock.GetUtcNow() + TimeSpan.FromDays(365), default);
            Assert.Empty(Directory.GetFiles(places.Incoming));
            if (!disk.IsDead)
            {
                Assert.True(deaths > 1);
                return;
            }
        }
    }

    private async Task PutAsync(FileObjects store) => await store.PutAsync(Name, new MemoryStream(content), content.Length, default);

    private async Task<byte[]> ThawAsync(FileObjects store)
    {
        await store.ThawAsync(Name, default);
        clock.Advance(TimeSpan.FromSeconds(10));
        Assert.Equal(StorageTier.Hot, await store.ThawAsync(Name, default));
        return await ReadAsync(store);
    }

    private static async Task<byte[]> ReadAsync(FileObjects store)
    {
        await using var stream = await store.OpenAsync(Name, 0, long.MaxValue, default);
        var read = new MemoryStream();
        await stream!.CopyToAsync(read);
        return read.ToArray();
    }

    private static async Task<List<ObjectFacts>> ListAsync(FileObjects store)
    {
        var all = new List<ObjectFacts>();
        await foreach (var facts in store.ListAsync("", default))
        {
            all.Add(facts);
        }

        return all;
    }
}
