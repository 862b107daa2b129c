using System.Collections.Concurrent;
using SystemDesign.Kernel.Time;

namespace SystemDesign.Platform.Outbox.Delivery;

/// <summary>
/// Handlers whose database was away when they were last given something. A session that was lost is opened again at once; one that fails
/// twice is left alone for a while, so that the others of a module are not kept by it: for a second at first, then twice as long each
/// time, and for a minute at most.
/// </summary>
internal sealed class HandlersAtRest(TimeProvider clock)
{
    private static readonly TimeSpan Shortest = TimeSpan.FromSeconds(1);

    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(1);

    private readonly ConcurrentDictionary<string, (DateTimeOffset Until, TimeSpan Length)> resting = new(StringComparer.Ordinal);

    public bool Has(string handler) => resting.TryGetValue(handler, out var rest) && rest.Until > clock.Now();

    /// <summary>The first end of a rest that is not over; nothing if nobody rests.</summary>
    public DateTimeOffset? NextEnd =>
        resting.Values.Select(rest => rest.Until).Where(until => until > clock.Now()).Order().Select(until => (DateTimeOffset?)until).FirstOrDefault();

    /// <summary>Its database was away.</summary>
    /// <returns>For how long it rests.</returns>
    public TimeSpan Add(string handler) => resting.AddOrUpdate(
        handler,
        _ => For(TimeSpan.Zero),
        (_, last) => For(last.Length == TimeSpan.Zero ? Shortest : last.Length * 2 < Longest ? last.Length * 2 : Longest)).Length;

    /// <summary>Its database is there.</summary>
    /// <returns>Whether it was away before.</returns>
    public bool Remove(string handler) => resting.TryRemove(handler, out _);

    private (DateTimeOffset Until, TimeSpan Length) For(TimeSpan length) => (clock.Now() + length, length);
}
