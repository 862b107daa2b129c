namespace SystemDesign.Platform.Storage;

/// <summary>What an object store is to the process that runs it.</summary>
internal interface IStorage : IObjectStore
{
    /// <summary>What its spans and metrics are told apart by.</summary>
    string System { get; }

    /// <summary>Makes it usable at start.</summary>
    /// <exception cref="Startup.StartRefusedException">It never will be, with these settings.</exception>
    Task PrepareAsync(CancellationToken cancellationToken);

    /// <exception cref="Exception">Why it cannot be used now.</exception>
    Task ProbeAsync(CancellationToken cancellationToken);

    /// <summary>Removes what puts have left half-way that began before an instant and never ended.</summary>
    Task RemoveLeftoversAsync(DateTimeOffset before, CancellationToken cancellationToken);
}
