namespace SystemDesign.Platform.Persistence;

/// <summary>How a provider makes one transaction of a work; what surrounds that is the <see cref="Writer{TDb}"/>'s.</summary>
internal interface ITransactions<TDb>
    where TDb : ModuleDb
{
    /// <inheritdoc cref="IWriter{TDb}.RunAsync"/>
    Task RunAsync(TDb db, Func<CancellationToken, Task> work, CancellationToken cancellationToken);
}
