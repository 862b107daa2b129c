using Microsoft.Extensions.Caching.Memory;

namespace SystemDesign.Platform.Caching;

/// <summary>
/// Answers that were made from many things, in this process: each is believed until one of them changes, and for its lifetime at most.
/// See <see cref="ChangeStamps"/>.
/// </summary>
/// <param name="stamps">Of what the answers depend on.</param>
/// <param name="limit">The most answers; beyond it those that were not asked for lately make room.</param>
/// <param name="lifetime">By then what other instances did is seen, should word of it not have come. Zero: nothing is kept.</param>
/// <param name="clock">For the lifetimes.</param>
public sealed class StampedCache<TKey, TValue>(ChangeStamps stamps, int limit, TimeSpan lifetime, TimeProvider clock) : IDisposable
    where TKey : notnull
    where TValue : class
{
    private readonly MemoryCache answers = new(new MemoryCacheOptions { SizeLimit = limit, Clock = new CacheClock(clock) });

    /// <returns>Nothing if there is none that may be believed.</returns>
    public TValue? Find(TKey key) => answers.TryGetValue(key, out Kept? kept) && stamps.AreCurrent(kept!.DependsOn) ? kept.Value : null;

    /// <inheritdoc cref="ChangeStamps.Of"/>
    public IReadOnlyList<Stamp> StampsOf(IEnumerable<int> numbers) => stamps.Of(numbers);

    /// <param name="key">The question.</param>
    /// <param name="value">The answer.</param>
    /// <param name="dependsOn">Asked for before the answer was made.</param>
    public void Keep(TKey key, TValue value, IReadOnlyList<Stamp> dependsOn)
    {
        if (lifetime > TimeSpan.Zero)
        {
            answers.Set(key, new Kept(value, dependsOn), new MemoryCacheEntryOptions { AbsoluteExpirationRelativeToNow = lifetime, Size = 1 });
        }
    }

    public void Dispose() => answers.Dispose();

    private sealed record Kept(TValue Value, IReadOnlyList<Stamp> DependsOn);
}
