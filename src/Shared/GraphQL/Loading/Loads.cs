using Microsoft.Extensions.DependencyInjection;
using SystemDesign.GraphQL.Execution;

namespace SystemDesign.GraphQL.Loading;

/// <summary>One batch in one operation. The rounds guard it: only one of its members runs at a time.</summary>
internal sealed class Loads<TKey, TValue>(Batch<TKey, TValue> batch) : ILoads
    where TKey : notnull
{
    private readonly Dictionary<TKey, TaskCompletionSource<Loaded<TValue>>> known = [];
    private readonly List<TKey> keys = [];
    private readonly List<FieldContext> fields = [];

    public bool IsEmpty => keys.Count == 0;

    /// <returns>The same task for the same key, for as long as the operation does not forget it.</returns>
    public Task<Loaded<TValue>> Add(TKey key, FieldContext field)
    {
        if (!known.TryGetValue(key, out var load))
        {
            known.Add(key, load = new());
            keys.Add(key);
        }

        if (!load.Task.IsCompleted)
        {
            fields.Add(field);
        }

        return load.Task;
    }

    public ReadLoads Take()
    {
        var waiting = fields.ToArray();
        var parts = keys.Chunk(batch.Size).Select(part => (Keys: part, Loads: Array.ConvertAll(part, key => known[key]))).ToArray();
        keys.Clear();
        fields.Clear();
        return async (services, cancellationToken) =>
        {
            var releases = new List<Action>(parts.Length);
            foreach (var (asked, loads) in parts)
            {
                releases.Add(await ReadAsync(asked, loads, services, cancellationToken));
            }

            return new(waiting, () => releases.ForEach(release => release()));
        };
    }

    /// <returns>What hands over that which was read, or the failure to read it.</returns>
    private async Task<Action> ReadAsync(
        TKey[] asked, TaskCompletionSource<Loaded<TValue>>[] loads, IServiceProvider services, CancellationToken cancellationToken)
    {
        try
        {
            await using var scope = services.CreateAsyncScope();
            var found = await batch.ReadAsync(asked, scope.ServiceProvider, cancellationToken);
            var values = Array.ConvertAll(asked, key => found.TryGetValue(key, out var value) ? new Loaded<TValue>(IsThere: true, value) : default);
            return () => Array.ForEach([.. loads.Zip(values)], pair => pair.First.SetResult(pair.Second));
        }
        catch (Exception exception)
        {
            return () => Array.ForEach(loads, load => load.SetException(exception));
        }
    }
}
