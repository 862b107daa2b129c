using SystemDesign.Kernel.Paging;
using SystemDesign.Platform.Outbox.Tables;
using SystemDesign.Platform.Paging;

namespace SystemDesign.Platform.Outbox.DeadLetters;

/// <summary>One list of dead letters, of which each module's database has a part.</summary>
internal static class DeadLetterPages
{
    public const string List = "dead letters";

    /// <summary>By id, which is as old as the failure (UUIDv7).</summary>
    public static Keyset<OwedDelivery> Order { get; } = new Keyset<OwedDelivery>().Descending(delivery => delivery.Id);

    /// <param name="parts">The same page of each part.</param>
    /// <param name="limit">The most items to answer.</param>
    public static Page<DeadLetter> Merge(IReadOnlyCollection<Page<DeadLetter>> parts, int limit)
    {
        var newest = parts.SelectMany(part => part.Items).OrderByDescending(letter => letter.Id).ToList();
        return newest.Count <= limit && parts.All(part => part.Next is null)
            ? new(newest, Next: null)
            : new(newest[..Math.Min(limit, newest.Count)], Cursor.Write(List, Position.Write([newest[Math.Min(limit, newest.Count) - 1].Id])));
    }
}
