using SystemDesign.Kernel.Time;

namespace SystemDesign.Platform.Background;

/// <summary>How one piece of background work is doing. Written by its worker, read by anybody.</summary>
internal sealed class WorkCard(string name, TimeProvider clock)
{
    private readonly Lock gate = new();
    private WorkState state = new(name, false, 0, 0, null, null, null, null);

    public WorkState State
    {
        get
        {
            lock (gate)
            {
                return state;
            }
        }
    }

    public void Begin() => Update(now => state with { Running = true, LastStartedAt = now });

    /// <param name="failure">Nothing if the run succeeded.</param>
    public void End(Exception? failure) => Update(now => failure is null
        ? state with { Running = false, Runs = state.Runs + 1, LastEndedAt = now }
        : state with { Running = false, Runs = state.Runs + 1, Failures = state.Failures + 1, LastEndedAt = now, LastFailedAt = now, LastFailure = failure.Message });

    private void Update(Func<DateTimeOffset, WorkState> change)
    {
        lock (gate)
        {
            state = change(clock.Now());
        }
    }
}
