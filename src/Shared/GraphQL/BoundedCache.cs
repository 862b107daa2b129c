namespace SystemDesign.GraphQL;

/// <summary>Keeps values under text until they are larger together than it may be; then the oldest go.</summary>
internal sealed class BoundedCache<T>(int capacity)
    where T : class
{
    private readonly Lock gate = new();
    private readonly Dictionary<string, T> values = new(StringComparer.Ordinal);
    private readonly Queue<(string Key, int Size)> order = [];
    private int size;

    public T? Find(string key)
    {
        lock (gate)
        {
            return values.GetValueOrDefault(key);
        }
    }

    public void Add(string key, T value, int valueSize)
    {
        lock (gate)
        {
            if (valueSize > capacity || !values.TryAdd(key, value))
            {
                return;
            }

            order.Enqueue((key, valueSize));
            size += valueSize;
            while (size > capacity)
            {
                var oldest = order.Dequeue();
                values.Remove(oldest.Key);
                size -= oldest.Size;
            }
        }
    }
}
