using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

namespace SystemDesign.Platform.Persistence;

/// <summary>What differs between SQLite and PostgreSQL; everything else is written once.</summary>
internal interface IDatabase
{
    /// <summary>The product, in OpenTelemetry's word for it (<c>db.system.name</c>).</summary>
    string System { get; }

    /// <summary>Options for requests. On SQLite they can only read: writes go through the <see cref="IWriter{TDb}"/>.</summary>
    void Configure(DbContextOptionsBuilder options, string schema);

    /// <summary>Options for migrations.</summary>
    void ConfigureOwner(DbContextOptionsBuilder options, string schema);

    /// <summary>The right to change the schemas, which one process has at a time.</summary>
    /// <exception cref="Startup.StartRefusedException">The database cannot be used; the message says what to do.</exception>
    Task<IAsyncDisposable> ClaimAsync(CancellationToken cancellationToken);

    /// <exception cref="Startup.StartRefusedException">What is stored is damaged; the message names it.</exception>
    Task VerifyAsync(DbContext owner, CancellationToken cancellationToken);

    /// <summary>The unique index that a save ran into, if that is why it failed.</summary>
    IReadOnlyIndex? FindViolatedIndex(DbUpdateException exception, IReadOnlyModel model);

    /// <summary>Whether the same work, on what is there now, may succeed.</summary>
    bool IsLostRace(Exception exception);

    /// <summary>Whether the database could not be used at all, so that nothing is wrong with the work.</summary>
    bool IsOutage(Exception exception);

    /// <summary>Whoever asks for the lock of this name waits until the transaction of <paramref name="db"/> has ended.</summary>
    Task LockAsync(DbContext db, string name, CancellationToken cancellationToken);
}
