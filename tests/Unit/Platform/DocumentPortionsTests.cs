using System.Collections.Concurrent;
using SystemDesign.Platform.Documents;

namespace SystemDesign.Tests.Unit.Platform;

public sealed class DocumentPortionsTests
{
    private readonly ConcurrentQueue<(int Shard, IReadOnlyList<StoredDocument> Documents)> written = new();

    [Fact]
    public async Task Everything_is_written_once_to_its_shard_in_portions()
    {
        var portions = new DocumentPortions(3, (shard, portion) =>
        {
            written.Enqueue((shard, portion));
            return Task.CompletedTask;
        });
        var documents = Enumerable.Range(0, 10_000).Select(_ => new StoredDocument(Guid.CreateVersion7(), [])).ToList();

        for (var number = 0; number < documents.Count; number++)
        {
            await portions.AddAsync(number % 2, documents[number]);
        }

        await portions.FlushAsync();

        for (var shard = 0; shard < 3; shard++)
        {
            Assert.Equal(
                documents.Where((_, number) => number % 2 == shard),
                written.Where(portion => portion.Shard == shard).SelectMany(portion => portion.Documents));
        }

        Assert.All(written, portion => Assert.InRange(portion.Documents.Count, 1, 2_000));
        Assert.Equal(6, written.Count);
    }

    [Fact]
    public async Task A_portion_waits_for_the_one_before_it_on_its_shard_and_for_no_other()
    {
        var first = new TaskCompletionSource();
        var portions = new DocumentPortions(2, (shard, portion) =>
        {
            written.Enqueue((shard, portion));
            return shard == 0 && written.Count == 1 ? first.Task : Task.CompletedTask;
        });

        var filling = FillAsync(portions, 0, 4_000);
        await FillAsync(portions, 1, 4_000);

        Assert.Equal([0, 1, 1], written.Select(portion => portion.Shard));
        Assert.False(filling.IsCompleted);
        Assert.False(portions.Written().IsCompleted);

        first.SetResult();
        await filling;
        await portions.Written();
        Assert.Equal([0, 1, 1, 0], written.Select(portion => portion.Shard));
    }

    [Fact]
    public async Task A_portion_that_fails_is_heard_of_by_the_next_and_at_the_end()
    {
        var portions = new DocumentPortions(1, (_, _) => Task.FromException(new TimeoutException()));

        await FillAsync(portions, 0, 2_000);
        await Assert.ThrowsAsync<TimeoutException>(() => FillAsync(portions, 0, 2_000));

        await Assert.ThrowsAsync<TimeoutException>(portions.Written);
    }

    private static async Task FillAsync(DocumentPortions portions, int shard, int count)
    {
        for (var number = 0; number < count; number++)
        {
            await portions.AddAsync(shard, new(Guid.CreateVersion7(), []));
        }
    }
}
