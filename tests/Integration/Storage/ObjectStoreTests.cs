using System.Security.Cryptography;
using SystemDesign.Platform.Storage;
using SystemDesign.Tests.Integration.Storage.Stores;

namespace SystemDesign.Tests.Integration.Storage;

/// <summary>What the modules may rely on, whatever keeps the objects.</summary>
public sealed class ObjectStoreTests
{
    private const string Name = "objects/0123456789abcdef.bin";
    private const int Large = 20_000_000;

    private static readonly byte[] Small = BytesOf(1000);

    [Theory]
    [StoresData]
    public async Task An_object_is_found_and_read_as_it_was_put(StoreKind kind)
    {
        await using var test = await StoreUnderTest.StartAsync(kind);

        await PutAsync(test.Store, Name, Small);

        var facts = await test.OtherInstance().FindAsync(Name, default);
        Assert.Equal(new ObjectFacts(Name, Small.Length, facts!.StoredAt, StorageTier.Hot), facts);
        Assert.InRange(facts.StoredAt, DateTimeOffset.UtcNow.AddHours(-1), DateTimeOffset.UtcNow.AddHours(1));
        Assert.Equal(Small, await ReadAsync(test.OtherInstance(), 0, Small.Length));
    }

    [Theory]
    [StoresData]
    public async Task A_range_is_read_to_the_byte(StoreKind kind)
    {
        await using var test = await StoreUnderTest.StartAsync(kind);
        await PutAsync(test.Store, Name, Small);

        foreach (var (offset, bytes) in new[] { (0, 1), (1, 1), (999, 1), (10, 500), (990, 100), (1000, 1), (5000, 1), (3, 0) })
        {
            Assert.Equal(Small.Skip(offset).Take(bytes), await ReadAsync(test.Store, offset, bytes));
        }

        Assert.Equal(Small[7..], await ReadAsync(test.Store, 7, long.MaxValue));
    }

    [Theory]
    [StoresData]
    public async Task A_large_object_comes_back_whole(StoreKind kind)
    {
        await using var test = await StoreUnderTest.StartAsync(kind);
        var large = BytesOf(Large);

        await PutAsync(test.Store, Name, large);

        Assert.Equal(Large, (await test.Store.FindAsync(Name, default))?.Bytes);
        var read = await ReadAsync(test.Store, 0, Large);
        Assert.True(large.AsSpan().SequenceEqual(read));
    }

    [Theory]
    [StoresData]
    public async Task Nothing_is_kept_of_a_content_of_another_length(StoreKind kind)
    {
        await using var test = await StoreUnderTest.StartAsync(kind);

        foreach (var (said, sent) in new[] { (10, 9), (10, 11), (0, 1), (Large, Large - 1), (Large, Large + 1) })
        {
            await Assert.ThrowsAsync<IOException>(() => test.Store.PutAsync(Name, new MemoryStream(BytesOf(sent)), said, default));
            Assert.Null(await test.Store.FindAsync(Name, default));
        }
    }

    [Theory]
    [StoresData]
    public async Task Nothing_is_kept_of_a_content_that_breaks_off(StoreKind kind)
    {
        await using var test = await StoreUnderTest.StartAsync(kind);

        await Assert.ThrowsAsync<HttpIOException>(() => test.Store.PutAsync(Name, new BreakingStream(BytesOf(9_000_000)), Large, default));

        Assert.Null(await test.Store.FindAsync(Name, default));
    }

    [Theory]
    [StoresData]
    public async Task The_same_object_is_put_by_many_at_once(StoreKind kind)
    {
        await using var test = await StoreUnderTest.StartAsync(kind);

        await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => PutAsync(test.OtherInstance(), Name, Small)));

        Assert.Equal(Small, await ReadAsync(test.Store, 0, Small.Length));
        Assert.Single(await ListAsync(test.Store, ""));
    }

    [Theory]
    [StoresData]
    public async Task An_empty_object_is_one(StoreKind kind)
    {
        await using var test = await StoreUnderTest.StartAsync(kind);

        await PutAsync(test.Store, Name, []);

        Assert.Equal(0, (await test.Store.FindAsync(Name, default))?.Bytes);
        Assert.Empty((await ReadAsync(test.Store, 0, 0))!);
    }

    [Theory]
    [StoresData]
    public async Task Objects_are_listed_by_how_their_names_begin(StoreKind kind)
    {
        await using var test = await StoreUnderTest.StartAsync(kind);
        string[] names = ["a", "ab/a", "ab/abc.txt", "abc", "b/ab.txt", "b/b/c"];
        foreach (var name in names)
        {
            await PutAsync(test.Store, name, Small);
        }

        await test.Store.FreezeAsync("ab/a", default);

        foreach (var prefix in new[] { "", "a", "ab", "ab/", "ab/ab", "b/b", "c", "b/b/c", "B" })
        {
            var expected = names.Where(name => name.StartsWith(prefix, StringComparison.Ordinal));
            Assert.Equal(expected, (await ListAsync(test.Store, prefix)).Select(facts => facts.Name).Order(StringComparer.Ordinal));
        }

        Assert.Equal(StorageTier.Cold, (await ListAsync(test.Store, "ab/a")).Single(facts => facts.Name == "ab/a").Tier);
    }

    [Theory]
    [StoresData]
    public async Task What_is_not_there_is_not_found_and_not_missed(StoreKind kind)
    {
        await using var test = await StoreUnderTest.StartAsync(kind);

        Assert.Null(await test.Store.FindAsync(Name, default));
        Assert.Null(await test.Store.OpenAsync(Name, 0, 1, default));
        Assert.Null(await test.Store.OpenAsync(Name, 0, 0, default));
        Assert.Null(await test.Store.ThawAsync(Name, default));
        await test.Store.FreezeAsync(Name, default);
        await test.Store.DeleteAsync(Name, default);
        Assert.Empty(await ListAsync(test.Store, ""));
    }

    [Theory]
    [StoresData]
    public async Task DB_7_A_frozen_object_is_asked_for_and_comes_back_as_it_was(StoreKind kind)
    {
        await using var test = await StoreUnderTest.StartAsync(kind);
        await PutAsync(test.Store, Name, Small);

        await test.Store.FreezeAsync(Name, default);
        await test.OtherInstance().FreezeAsync(Name, default);

        Assert.Equal(StorageTier.Cold, (await test.Store.FindAsync(Name, default))?.Tier);
        Assert.Null(await test.Store.OpenAsync(Name, 0, 1, default));
        Assert.Equal(StorageTier.Thawing, await test.Store.ThawAsync(Name, default));
        Assert.Equal(StorageTier.Thawing, await test.OtherInstance().ThawAsync(Name, default));
        Assert.Equal(StorageTier.Thawing, (await test.OtherInstance().FindAsync(Name, default))?.Tier);
        Assert.Null(await test.Store.OpenAsync(Name, 0, 1, default));

        test.LetRestoresEnd();

        Assert.Equal(StorageTier.Hot, await test.OtherInstance().ThawAsync(Name, default));
        Assert.Equal(StorageTier.Hot, await test.Store.ThawAsync(Name, default));
        Assert.Equal(StorageTier.Hot, (await test.Store.FindAsync(Name, default))?.Tier);
        Assert.Equal(Small, await ReadAsync(test.Store, 0, Small.Length));
    }

    [Theory]
    [StoresData]
    public async Task An_object_that_is_put_again_is_hot_again(StoreKind kind)
    {
        await using var test = await StoreUnderTest.StartAsync(kind);
        await PutAsync(test.Store, Name, Small);
        await test.Store.FreezeAsync(Name, default);
        await test.Store.ThawAsync(Name, default);

        await PutAsync(test.Store, Name, Small);

        Assert.Equal(StorageTier.Hot, (await test.Store.FindAsync(Name, default))?.Tier);
        Assert.Equal(Small, await ReadAsync(test.Store, 0, Small.Length));
        Assert.Single(await ListAsync(test.Store, ""));
    }

    [Theory]
    [StoresData]
    public async Task A_deleted_object_is_gone_from_every_tier(StoreKind kind)
    {
        await using var test = await StoreUnderTest.StartAsync(kind);
        foreach (var steps in new Func<Task>[] { () => Task.CompletedTask, () => test.Store.FreezeAsync(Name, default), FreezeAndAskAsync })
        {
            await PutAsync(test.Store, Name, Small);
            await steps();

            await test.Store.DeleteAsync(Name, default);

            Assert.Null(await test.Store.FindAsync(Name, default));
            Assert.Null(await test.Store.ThawAsync(Name, default));
            Assert.Empty(await ListAsync(test.Store, ""));
        }

        async Task FreezeAndAskAsync()
        {
            await test.Store.FreezeAsync(Name, default);
            await test.Store.ThawAsync(Name, default);
        }
    }

    [Theory]
    [StoresData]
    public async Task A_name_that_is_none_is_refused_everywhere(StoreKind kind)
    {
        const string Elsewhere = "../elsewhere";
        await using var test = await StoreUnderTest.StartAsync(kind);

        await Assert.ThrowsAsync<ArgumentException>(() => PutAsync(test.Store, Elsewhere, Small));
        await Assert.ThrowsAsync<ArgumentException>(async () => await test.Store.FindAsync(Elsewhere, default));
        await Assert.ThrowsAsync<ArgumentException>(async () => await test.Store.OpenAsync(Elsewhere, 0, 1, default));
        await Assert.ThrowsAsync<ArgumentException>(async () => await test.Store.DeleteAsync(Elsewhere, default));
        await Assert.ThrowsAsync<ArgumentException>(async () => await test.Store.FreezeAsync(Elsewhere, default));
        await Assert.ThrowsAsync<ArgumentException>(async () => await test.Store.ThawAsync(Elsewhere, default));
    }

    [Fact]
    public async Task Whoever_puts_freezes_and_asks_at_once_never_loses_the_object()
    {
        await using var test = new FilesUnderTest();
        await test.Store.PrepareAsync(default);
        await PutAsync(test.Store, Name, Small);

        await Task.WhenAll(Enumerable.Range(0, 60).Select(number => Task.Run(async () =>
        {
            var store = test.OtherInstance();
            var step = (number % 3) switch
            {
                0 => store.FreezeAsync(Name, default),
                1 => PutAsync(store, Name, Small),
                _ => store.ThawAsync(Name, default),
            };
            await step;
            test.LetRestoresEnd();
        })));

        await test.Store.ThawAsync(Name, default);
        test.LetRestoresEnd();
        Assert.Equal(StorageTier.Hot, await test.Store.ThawAsync(Name, default));
        Assert.Equal(Small, await ReadAsync(test.Store, 0, Small.Length));
        Assert.Single(await ListAsync(test.Store, ""));
    }

    private static byte[] BytesOf(int count)
    {
        var bytes = new byte[count];
        RandomNumberGenerator.Fill(bytes);
        return bytes;
    }

    private static Task PutAsync(IObjectStore store, string name, byte[] content) => store.PutAsync(name, new MemoryStream(content), content.Length, default);

    private static async Task<byte[]?> ReadAsync(IObjectStore store, long offset, long bytes)
    {
        await using var stream = await store.OpenAsync(Name, offset, bytes, default);
        if (stream is null)
        {
            return null;
        }

        using var read = new MemoryStream();
        await stream.CopyToAsync(read);
        return read.ToArray();
    }

    private static async Task<List<ObjectFacts>> ListAsync(IObjectStore store, string prefix)
    {
        var all = new List<ObjectFacts>();
        await foreach (var facts in store.ListAsync(prefix, default))
        {
            all.Add(facts);
        }

        return all;
    }
}
