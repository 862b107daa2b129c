using System.Collections.Concurrent;

namespace SystemDesign.Platform.Background;

/// <summary>All background work of this instance.</summary>
internal sealed class WorkBoard(TimeProvider clock)
{
    private readonly ConcurrentDictionary<string, WorkCard> cards = new(StringComparer.Ordinal);

    public IReadOnlyList<WorkState> States => [.. cards.Values.Select(card => card.State).OrderBy(state => state.Name, StringComparer.Ordinal)];

    public WorkCard CardOf(string name) => cards.GetOrAdd(name, added => new(added, clock));
}
