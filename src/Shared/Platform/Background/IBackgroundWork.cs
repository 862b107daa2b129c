namespace SystemDesign.Platform.Background;

/// <summary>Work that goes on beside the requests, for as long as the process lives: see <see cref="BackgroundWorker{TWork}"/>.</summary>
public interface IBackgroundWork
{
    /// <summary>What an operator reads: kebab case, unique in the process, such as <c>outbox:users</c>.</summary>
    string Name { get; }

    /// <summary>Rung when there is something to do before the rest is over.</summary>
    Bell Bell { get; }

    /// <summary>Does what there is to do now. May be called at any time, by one caller at a time.</summary>
    /// <returns>How long to rest, unless the bell rings.</returns>
    Task<TimeSpan> RunAsync(CancellationToken cancellationToken);

    /// <summary>
    /// Does what must not be lost, and gives back what others wait for. Called when the last request of a process that stops has ended
    /// or was cut; again if it fails, for as long as there is time.
    /// </summary>
    Task FinishAsync() => Task.CompletedTask;
}
