using System.Collections.Immutable;
using System.Globalization;
using SystemDesign.Platform.Signals;

namespace SystemDesign.Platform.Security;

/// <summary>Word of sessions that end, on this instance and on others, for whoever holds open what one of them opened.</summary>
internal sealed class SessionEnds : IDisposable
{
    private const string Channel = "ended-sessions";

    private readonly ISignals signals;
    private readonly IDisposable subscription;
    private ImmutableList<Action<IReadOnlyCollection<Guid>>> listeners = [];

    public SessionEnds(ISignals signals)
    {
        this.signals = signals;
        subscription = signals.Subscribe(Channel, content => Hear(Read(content)));
    }

    /// <param name="hear">Quick, and throws nothing. What another instance tells may be lost: then the list has it.</param>
    public void Subscribe(Action<IReadOnlyCollection<Guid>> hear) =>
        ImmutableInterlocked.Update(ref listeners, static (all, added) => all.Add(added), hear);

    public Task TellAsync(IReadOnlyCollection<Guid> sessionIds)
    {
        Hear(sessionIds);
        return signals.SendAsync(Channel, string.Join(' ', sessionIds.Select(id => id.ToString("N", CultureInfo.InvariantCulture))));
    }

    public void Dispose() => subscription.Dispose();

    private void Hear(IReadOnlyCollection<Guid> sessionIds) => listeners.ForEach(hear => hear(sessionIds));

    private static List<Guid> Read(string content) =>
        [.. content.Split(' ').Select(id => Guid.TryParseExact(id, "N", out var sessionId) ? sessionId : Guid.Empty)];
}
