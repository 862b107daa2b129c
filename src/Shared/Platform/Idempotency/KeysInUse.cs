using System.Collections.Concurrent;
using SystemDesign.Platform.Persistence;

namespace SystemDesign.Platform.Idempotency;

/// <summary>
/// The keys whose commands run in this process right now. Those that come meanwhile wait here, where it costs neither a
/// connection nor a place in the writer's queue; what other processes run, the database's primary key keeps apart.
/// </summary>
/// <typeparam name="TDb">Each module has keys of its own.</typeparam>
internal sealed class KeysInUse<TDb>
    where TDb : ModuleDb
{
    private readonly ConcurrentDictionary<UserKey, Turn> turns = new();

    /// <param name="key">Of this request.</param>
    /// <param name="end">When whoever has the key now is done with it.</param>
    /// <returns>The key, until it is disposed; nothing if another has it.</returns>
    public IDisposable? TryTake(UserKey key, out Task end)
    {
        var mine = new Turn(turns, key);
        var current = turns.GetOrAdd(key, mine);
        end = current.End;
        return current == mine ? mine : null;
    }

    private sealed class Turn(ConcurrentDictionary<UserKey, Turn> turns, UserKey key) : IDisposable
    {
        private readonly TaskCompletionSource end = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public Task End => end.Task;

        public void Dispose()
        {
            turns.TryRemove(key, out _);
            end.SetResult();
        }
    }
}
