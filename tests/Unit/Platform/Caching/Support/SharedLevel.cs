using Microsoft.Extensions.Caching.Distributed;
using Microsoft.Extensions.Caching.Memory;
using Microsoft.Extensions.Options;

namespace SystemDesign.Tests.Unit.Platform.Caching.Support;

/// <summary>A second level in memory that a test can break, or hold up before it writes.</summary>
internal sealed class SharedLevel : IDistributedCache
{
    private readonly MemoryDistributedCache entries = new(Options.Create(new MemoryDistributedCacheOptions()));
    private int calls;
    private Hold? entryHold;
    private Hold? generationHold;
    private TaskCompletionSource? nextWrite;

    public int Calls => Volatile.Read(ref calls);

    public Exception? Failure { get; set; }

    /// <summary>Answers nothing at all, and does not mind that its callers give up.</summary>
    public bool Hangs { get; set; }

    /// <summary>The next entry on its way there.</summary>
    public Hold HoldNextEntry() => entryHold = new();

    /// <summary>The next generation on its way there.</summary>
    public Hold HoldNextGeneration() => generationHold = new();

    public Task NextWrite() => (nextWrite = new(TaskCreationOptions.RunContinuationsAsynchronously)).Task;

    public async Task<byte[]?> GetAsync(string key, CancellationToken token = default)
    {
        await BehaveAsync();
        return await entries.GetAsync(key, CancellationToken.None);
    }

    public async Task SetAsync(string key, byte[] value, DistributedCacheEntryOptions options, CancellationToken token = default)
    {
        await BehaveAsync();
        var hold = key.EndsWith(":generation", StringComparison.Ordinal)
            ? Interlocked.Exchange(ref generationHold, null)
            : Interlocked.Exchange(ref entryHold, null);
        if (hold is not null)
        {
            await hold.PassAsync();
        }

        await entries.SetAsync(key, value, options, CancellationToken.None);
        Interlocked.Exchange(ref nextWrite, null)?.SetResult();
    }

    public byte[]? Get(string key) => throw new NotSupportedException();

    public void Set(string key, byte[] value, DistributedCacheEntryOptions options) => throw new NotSupportedException();

    public void Refresh(string key) => throw new NotSupportedException();

    public Task RefreshAsync(string key, CancellationToken token = default) => throw new NotSupportedException();

    public void Remove(string key) => throw new NotSupportedException();

    public Task RemoveAsync(string key, CancellationToken token = default) => throw new NotSupportedException();

    private async Task BehaveAsync()
    {
        Interlocked.Increment(ref calls);
        await Task.Yield();
        if (Hangs)
        {
            await new TaskCompletionSource().Task;
        }

        if (Failure is not null)
        {
            throw Failure;
        }
    }
}
