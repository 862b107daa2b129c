namespace SystemDesign.Tests.Load.Scenarios;

/// <summary>The outbox of Users, seen from outside.</summary>
internal interface IWaitingEvents
{
    /// <summary>One that a handler of another module waits for.</summary>
    const string Name = "users.user-deleted.v1";

    /// <summary>As if so many users had left while no dispatcher ran.</summary>
    Task InsertAsync(int count, CancellationToken cancellationToken);

    Task WaitUntilSettledAsync(int count, CancellationToken cancellationToken);

    /// <summary>Events settled in a second, from when the first <paramref name="count"/> were.</summary>
    Task<double> RateAfterAsync(int count, CancellationToken cancellationToken);
}
