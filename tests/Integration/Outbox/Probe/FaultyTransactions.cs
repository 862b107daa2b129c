using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
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

/// <summary>They strike what a test does itself, and not what the application does in the background at the same time.</summary>
internal sealed class TransactionFaults
{
    /// <summary>Flows to whatever is called from there, and to nothing else.</summary>
    private readonly AsyncLocal<bool> mayStrike = new();
    private int remaining = -1;

    public bool Struck { get; private set; }

    /// <summary>For what the caller does from now on, or requests if they are included.</summary>
    /// <param name="place">Which place from now on: each transaction has one before it and one after it.</param>
    public void Arm(int place)
    {
        mayStrike.Value = true;
        Struck = false;
        remaining = place;
    }

    /// <summary>Requests are the test's own doing too, but come to the application by a socket.</summary>
    public void IncludeRequests(IServiceCollection services) => services.AddSingleton<IStartupFilter>(new Requests(this));

    public void Disarm() => remaining = -1;

    public void Strike()
    {
        if (mayStrike.Value && Interlocked.Decrement(ref remaining) == 0)
        {
            Struck = true;
            throw new InjectedFaultException();
        }
    }

    private sealed class Requests(TransactionFaults faults) : IStartupFilter
    {
        public Action<IApplicationBuilder> Configure(Action<IApplicationBuilder> next) => app =>
        {
            app.Use((HttpContext context, RequestDelegate following) =>
            {
                faults.mayStrike.Value = true;
                return following(context);
            });
            next(app);
        };
    }
}
