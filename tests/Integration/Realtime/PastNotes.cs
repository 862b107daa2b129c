using SystemDesign.Kernel.Realtime;

namespace SystemDesign.Tests.Integration.Realtime;

internal sealed class PastNotes(Notes notes) : IPastFrames
{
    public async Task<IReadOnlyDictionary<Guid, long>> LastAsync(IReadOnlyCollection<Guid> userIds, CancellationToken cancellationToken)
    {
        await Task.Yield();
        return userIds.Where(id => notes.Of(id).Count > 0).ToDictionary(id => id, id => (long)notes.Of(id).Count);
    }

    public async Task<IReadOnlyList<Frame>> ReadAsync(Guid userId, long after, int limit, CancellationToken cancellationToken)
    {
        await Task.Yield();
        return [.. notes.Of(userId).Where(frame => frame.Position > after).Take(limit)];
    }
}
