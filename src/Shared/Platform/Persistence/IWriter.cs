namespace SystemDesign.Platform.Persistence;

/// <summary>Runs work on a module's database as one transaction that is on disk when the call returns.</summary>
/// <typeparam name="TDb">The module's database.</typeparam>
public interface IWriter<TDb>
    where TDb : ModuleDb
{
    /// <summary>
    /// All of <paramref name="work"/> becomes visible together, or none of it does. On SQLite the works that wait share
    /// one commit, so the work must touch nothing but <paramref name="db"/>: whatever it awaits, others await.
    /// </summary>
    Task RunAsync(TDb db, Func<CancellationToken, Task> work, CancellationToken cancellationToken);

    /// <summary>Everything that <paramref name="db"/> has collected, as one such work.</summary>
    Task SaveAsync(TDb db, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(db);
        return RunAsync(db, db.WriteAsync, cancellationToken);
    }
}
