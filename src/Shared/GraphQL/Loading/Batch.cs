namespace SystemDesign.GraphQL.Loading;

/// <summary>
/// Reads the values of many keys at once, such as the authors of a page of tweets. One instance is one batch, for as long as the process
/// lives; what it has read is kept for one operation only.
/// </summary>
/// <param name="read">
/// Given each key once, in a scope of its own. Keys that have no value are left out of what it returns.
/// </param>
/// <param name="size">
/// How many keys it is given at most; more are read in parts, one after the other. Databases limit the parameters of a statement, and
/// how large a statement they plan well.
/// </param>
/// <exception cref="ArgumentOutOfRangeException">The size is no positive number.</exception>
public sealed class Batch<TKey, TValue>(
    Func<IReadOnlyList<TKey>, IServiceProvider, CancellationToken, Task<IReadOnlyDictionary<TKey, TValue>>> read, int size = 1_000)
    where TKey : notnull
{
    internal int Size { get; } = size > 0 ? size : throw new ArgumentOutOfRangeException(nameof(size), size, "A batch has room for one key at least.");

    internal Task<IReadOnlyDictionary<TKey, TValue>> ReadAsync(IReadOnlyList<TKey> keys, IServiceProvider services, CancellationToken cancellationToken) =>
        read(keys, services, cancellationToken);
}
