using Microsoft.Extensions.DependencyInjection;
using SystemDesign.Media.Data;
using SystemDesign.Platform.Persistence;
using SystemDesign.Platform.Persistence.Postgres;
using SystemDesign.Platform.Persistence.Sqlite;
using SystemDesign.Platform.Storage;
using SystemDesign.Tests.Integration.Support;

namespace SystemDesign.Tests.Integration.Uploads;

/// <summary>
/// The death of a process at a place of its work, as the store and the database see it: from then on it does nothing there any more, until it is
/// revived. Each call of the two has a place before it and one after it.
/// </summary>
internal sealed class MediaFaults
{
    private int remaining = int.MaxValue;

    public bool IsDead => Volatile.Read(ref remaining) <= 0;

    public static AppSetup Setup(MediaFaults faults) => new()
    {
        Services = services =>
        {
            services.AddSingleton<ITransactions<MediaDb>>(provider => new Transactions(
                Profile.IsDistributed
                    ? ActivatorUtilities.CreateInstance<PostgresTransactions<MediaDb>>(provider)
                    : ActivatorUtilities.CreateInstance<SqliteTransactions<MediaDb>>(provider),
                faults));
            var store = services.Last(service => service.ServiceType == typeof(IObjectStore)).ImplementationType!;
            services.AddSingleton<IObjectStore>(provider => new Store((IObjectStore)ActivatorUtilities.CreateInstance(provider, store), faults));
        },
    };

    public void DieAt(int place) => remaining = place;

    public void Revive() => remaining = int.MaxValue;

    private void Strike()
    {
        if (Interlocked.Decrement(ref remaining) <= 0)
        {
            throw new IOException("Dead, by order of the test.");
        }
    }

    private sealed class Transactions(ITransactions<MediaDb> inner, MediaFaults faults) : ITransactions<MediaDb>
    {
        public async Task RunAsync(MediaDb db, Func<CancellationToken, Task> work, CancellationToken cancellationToken)
        {
            faults.Strike();
            await inner.RunAsync(db, work, cancellationToken);
            faults.Strike();
        }
    }

    private sealed class Store(IObjectStore inner, MediaFaults faults) : IObjectStore
    {
        public async Task PutAsync(string name, Stream content, long bytes, CancellationToken cancellationToken)
        {
            faults.Strike();
            await inner.PutAsync(name, content, bytes, cancellationToken);
            faults.Strike();
        }

        public Task<ObjectFacts?> FindAsync(string name, CancellationToken cancellationToken) => inner.FindAsync(name, cancellationToken);

        public async Task<Stream?> OpenAsync(string name, long offset, long bytes, CancellationToken cancellationToken)
        {
            faults.Strike();
            return await inner.OpenAsync(name, offset, bytes, cancellationToken);
        }

        public async Task DeleteAsync(string name, CancellationToken cancellationToken)
        {
            faults.Strike();
            await inner.DeleteAsync(name, cancellationToken);
            faults.Strike();
        }

        public IAsyncEnumerable<ObjectFacts> ListAsync(string prefix, CancellationToken cancellationToken) => inner.ListAsync(prefix, cancellationToken);

        public Task FreezeAsync(string name, CancellationToken cancellationToken) => inner.FreezeAsync(name, cancellationToken);

        public Task<StorageTier?> ThawAsync(string name, CancellationToken cancellationToken) => inner.ThawAsync(name, cancellationToken);
    }
}
