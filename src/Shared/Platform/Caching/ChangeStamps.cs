using System.Globalization;
using SystemDesign.Platform.Signals;

namespace SystemDesign.Platform.Caching;

/// <summary>
/// Tells whether anything changed of what an answer was made from: for answers that depend on so many things, people for one, that none of them
/// could name the answers to forget. A number is one of 65,536 slots, so two may share one: then an answer is made anew without need.
/// </summary>
public sealed class ChangeStamps : IDisposable
{
    private const int Slots = 1 << 16;

    private readonly int[] stamps = new int[Slots];
    private readonly string channel;
    private readonly ISignals signals;
    private readonly IDisposable subscription;

    internal ChangeStamps(string name, ISignals signals)
    {
        channel = $"stamps:{name}";
        this.signals = signals;
        subscription = signals.Subscribe(channel, Hear);
    }

    /// <summary>
    /// They have changed: call it after the commit and before the answer (<c>db.OnCommitted</c>). This instance knows when the call returns, others when they hear
    /// of it, or when what they keep is too old. It never fails.
    /// </summary>
    public async Task TouchAsync(IReadOnlyCollection<int> numbers)
    {
        Touch(numbers);
        await signals.SendAsync(channel, string.Join(',', numbers));
    }

    /// <summary>As they are now. Ask before what depends on them is read: what changes in between is then seen as a change.</summary>
    public IReadOnlyList<Stamp> Of(IEnumerable<int> numbers) => [.. numbers.Select(SlotOf).Distinct().Select(slot => new Stamp(slot, Volatile.Read(ref stamps[slot])))];

    /// <returns>Whether none of them has changed.</returns>
    public bool AreCurrent(IReadOnlyList<Stamp> those)
    {
        ArgumentNullException.ThrowIfNull(those);
        for (var index = 0; index < those.Count; index++)
        {
            if (Volatile.Read(ref stamps[those[index].Slot]) != those[index].Value)
            {
                return false;
            }
        }

        return true;
    }

    public void Dispose() => subscription.Dispose();

    private static int SlotOf(int number) => number & (Slots - 1);

    private void Touch(IEnumerable<int> numbers)
    {
        foreach (var number in numbers)
        {
            Interlocked.Increment(ref stamps[SlotOf(number)]);
        }
    }

    private void Hear(string content) =>
        Touch(content.Split(',').Select(text => int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) ? number : 0));
}
