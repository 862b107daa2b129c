using System.Collections.Concurrent;
using System.Collections.Immutable;
using Microsoft.Extensions.DependencyInjection;
using SystemDesign.Kernel.Realtime;

namespace SystemDesign.Platform.Realtime;

/// <summary>What one module tells its users: who is connected to it here, and where its past frames are.</summary>
internal sealed class Channel(string name, IServiceScopeFactory scopes)
{
    private readonly ConcurrentDictionary<Guid, ImmutableArray<Connection>> users = new();

    public string Name => name;

    public IEnumerable<Guid> Users => users.Select(user => user.Key);

    public IEnumerable<Connection> Connections => users.SelectMany(user => user.Value);

    public bool IsEmpty => users.IsEmpty;

    public ImmutableArray<Connection> Of(Guid userId) => users.TryGetValue(userId, out var connections) ? connections : [];

    /// <returns>False if the user has <paramref name="most"/> already.</returns>
    public bool TryAdd(Connection connection, int most) => users
        .AddOrUpdate(connection.UserId, [connection], (_, others) => others.Length < most ? others.Add(connection) : others)
        .Contains(connection);

    public void Remove(Connection connection)
    {
        while (users.TryGetValue(connection.UserId, out var all) && all.Contains(connection))
        {
            var others = all.Remove(connection);
            var isDone = others.IsEmpty ? users.TryRemove(new(connection.UserId, all)) : users.TryUpdate(connection.UserId, others, all);
            if (isDone)
            {
                return;
            }
        }
    }

    public async Task<IReadOnlyDictionary<Guid, long>> LastAsync(IReadOnlyCollection<Guid> userIds, CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        return await PastFrames(scope).LastAsync(userIds, cancellationToken);
    }

    public async Task<IReadOnlyList<Frame>> ReadAsync(Guid userId, long after, int limit)
    {
        await using var scope = scopes.CreateAsyncScope();
        return await PastFrames(scope).ReadAsync(userId, after, limit, CancellationToken.None);
    }

    private IPastFrames PastFrames(AsyncServiceScope scope) => scope.ServiceProvider.GetRequiredKeyedService<IPastFrames>(name);
}
