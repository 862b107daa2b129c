using Microsoft.Extensions.DependencyInjection;
using SystemDesign.Platform.Persistence;
using SystemDesign.Platform.Persistence.Postgres;
using SystemDesign.Platform.Persistence.Sqlite;
using SystemDesign.Tests.Integration.Support;

namespace SystemDesign.Tests.Integration.Outbox.Probe;

/// <summary>Transactions of which one fails: before it is begun, or when it is on disk and nobody has heard of it.</summary>
internal sealed class FaultyTransactions<TDb>(ITransactions<TDb> inner, TransactionFaults faults) : ITransactions<TDb>
    where TDb : ModuleDb
{
    /// <summary>Around those of the profile's provider.</summary>
    public static FaultyTransactions<TDb> Of(IServiceProvider provider, TransactionFaults faults) => new(
        Profile.IsDistributed
            ? ActivatorUtilities.CreateInstance<PostgresTransactions<TDb>>(provider)
            : ActivatorUtilities.CreateInstance<SqliteTransactions<TDb>>(provider),
        faults);

    public async Task RunAsync(TDb db, Func<CancellationToken, Task> work, CancellationToken cancellationToken)
    {
        faults.Strike();
        await inner.RunAsync(db, work, cancellationToken);
        faults.Strike();
    }
}

internal sealed class TransactionFaults
{
    private int remaining = -1;

    public bool Struck { get; private set; }

    /// <param name="place">Which place from now on: each transaction has one before it and one after it.</param>
    public void Arm(int place)
    {
        Struck = false;
        remaining = place;
    }

    public void Disarm() => remaining = -1;

    public void Strike()
    {
        if (Interlocked.Decrement(ref remaining) == 0)
        {
            Struck = true;
            throw new InjectedFaultException();
        }
    }
}
