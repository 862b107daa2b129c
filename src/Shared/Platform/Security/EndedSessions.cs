using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using SystemDesign.Kernel.Identity;
using SystemDesign.Kernel.Time;
using SystemDesign.Platform.Caching;
using SystemDesign.Platform.Persistence;

namespace SystemDesign.Platform.Security;

/// <summary>
/// A list in the database that every process reads, and in front of it what this one read in the last 5 seconds: nearly always
/// that a session is not on the list.
/// </summary>
internal sealed partial class EndedSessions(
    [FromKeyedServices(EndedSessions.CacheName)] ReadThroughCache<Guid, EndedSession> known,
    IDbContextFactory<PlatformDb> databases,
    IWriter<PlatformDb> writer,
    SessionEnds ends,
    TimeProvider clock,
    ILogger<EndedSessions> logger) : IEndedSessions
{
    public const string CacheName = "platform.ended-sessions";

    /// <summary>An entry for each session that was active in the last 5 seconds, without a second look at the database for any.</summary>
    public static readonly CacheOptions CacheOptions = new() { Limit = 50_000, AbsenceLifetime = TimeSpan.FromSeconds(5) };

    public static readonly Func<PlatformDb, Guid, CancellationToken, Task<EndedSession?>> Find = EF.CompileAsyncQuery(
        (PlatformDb db, Guid id, CancellationToken cancellationToken) => db.EndedSessions.AsNoTracking().SingleOrDefault(session => session.Id == id));

    public async ValueTask<bool> ContainsAsync(Guid sessionId, CancellationToken cancellationToken) =>
        await known.GetAsync(sessionId, cancellationToken) is not null;

    public async Task AddAsync(IReadOnlyCollection<Guid> sessionIds)
    {
        try
        {
            await using var db = await databases.CreateDbContextAsync();
            AddTo(db, sessionIds);
            await writer.SaveAsync(db, CancellationToken.None);
        }
        catch (Exception exception)
        {
            LogFailure(exception, sessionIds.Count);
        }
    }

    /// <summary>The same, as a part of a unit of work.</summary>
    public void AddTo(PlatformDb db, IReadOnlyCollection<Guid> sessionIds)
    {
        var now = clock.Now();
        db.OnSave(cancellationToken => InsertAsync(db, sessionIds, now, cancellationToken));
        db.OnCommitted(async () =>
        {
            await Task.WhenAll(sessionIds.Select(known.RemoveAsync));
            await ends.TellAsync(sessionIds);
        });
    }

    /// <summary>Those that came on the list since then, for whom no signal may have told of them.</summary>
    public async Task<IReadOnlyList<Guid>> SinceAsync(DateTimeOffset instant, CancellationToken cancellationToken)
    {
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        return await db.EndedSessions.Where(session => session.EndedAt >= instant).Select(session => session.Id).ToListAsync(cancellationToken);
    }

    /// <summary>One statement, which bears that they are there already: they come twice, from who ended them and as an event.</summary>
    private static async Task InsertAsync(PlatformDb db, IReadOnlyCollection<Guid> sessionIds, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var table = db.Quoted(EndedSessionMapping.Table);
        var rows = string.Join(", ", Enumerable.Range(1, sessionIds.Count).Select(id => $"({{{id}}}, {{0}})"));
        object[] values = [now, .. sessionIds.Order().Select(id => (object)id)];
        var insert = $"INSERT INTO {table} (id, ended_at) VALUES {rows} ON CONFLICT DO NOTHING";
        await db.Database.ExecuteSqlRawAsync(insert, values, cancellationToken);
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "{Count} sessions that ended are not on the list yet; their event will put them there")]
    private partial void LogFailure(Exception exception, int count);
}
