using SystemDesign.Analytics.Domain.Traffic;

namespace SystemDesign.Analytics.Data;

/// <summary>A counter. Not safe for several at once: the <see cref="RequestCounters"/> see to that.</summary>
internal sealed class TrafficTally
{
    public long Requests { get; private set; }

    public Durations Durations { get; } = new();

    public void Add(TimeSpan took)
    {
        Requests++;
        Durations.Add(took);
    }
}
