namespace SystemDesign.Tests.Integration.Support;

/// <summary>What the tests of a class share, or a class of tests itself, that is ended asynchronously: xunit 2 knows <see cref="IAsyncLifetime"/>, and passes <see cref="IAsyncDisposable"/> by.</summary>
public abstract class Fixture : IAsyncLifetime, IAsyncDisposable
{
    public virtual Task InitializeAsync() => Task.CompletedTask;

    public abstract ValueTask DisposeAsync();

    Task IAsyncLifetime.DisposeAsync() => DisposeAsync().AsTask();
}
