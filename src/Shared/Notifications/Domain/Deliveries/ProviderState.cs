using SystemDesign.Kernel.Time;

namespace SystemDesign.Notifications.Domain.Deliveries;

/// <summary>Whether a provider is in use on this instance. Each finds out for itself: it may be its own network that is broken.</summary>
internal sealed class ProviderState(IProvider provider, TimeProvider clock)
{
    public const int MaximumFailures = 3;

    private readonly Lock gate = new();
    private int failures;
    private DateTimeOffset? setAsideUntil;

    public static TimeSpan Pause { get; } = TimeSpan.FromSeconds(30);

    public IProvider Provider => provider;

    public string LastFailure { get; private set; } = string.Empty;

    public DateTimeOffset? SetAsideUntil
    {
        get
        {
            lock (gate)
            {
                return setAsideUntil;
            }
        }
    }

    public bool IsInUse => SetAsideUntil is null;

    /// <summary>When the pause is over, one message finds out whether it is back; the others wait for another pause, or for that.</summary>
    public bool MayBeAsked()
    {
        lock (gate)
        {
            var now = clock.Now();
            if (setAsideUntil > now)
            {
                return false;
            }

            if (setAsideUntil is not null)
            {
                setAsideUntil = now + Pause;
            }

            return true;
        }
    }

    public void Note(ProviderAnswer answer)
    {
        lock (gate)
        {
            if (answer.Kind is AnswerKind.Taken or AnswerKind.Refused || answer.IsOfAddress)
            {
                (failures, setAsideUntil) = (0, null);
                return;
            }

            LastFailure = answer.Said ?? string.Empty;
            if (++failures >= MaximumFailures)
            {
                setAsideUntil = clock.Now() + Pause;
            }
        }
    }
}
