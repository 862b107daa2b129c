using Microsoft.EntityFrameworkCore;
using SystemDesign.Contracts.Users;
using SystemDesign.Kernel.Events;
using SystemDesign.Kernel.Identity;
using SystemDesign.Kernel.Paging;
using SystemDesign.Kernel.Time;
using SystemDesign.Platform.Paging;
using SystemDesign.Users.Domain.Sessions;

namespace SystemDesign.Users.Data;

internal sealed class Sessions(UsersDb db, IOutbox outbox, IEndedSessions endedSessions, IAccessTokens accessTokens, TimeProvider clock) : ISessions
{
    /// <summary>Sessions to an event.</summary>
    private const int MaximumTold = 500;

    /// <summary>By id, which is as old as its session (UUIDv7).</summary>
    private static readonly Keyset<Session> NewestFirst = new Keyset<Session>().Descending(session => session.Id);

    /// <summary>By which the clocks of instances may differ at most, and more.</summary>
    private static readonly TimeSpan ClockDifference = TimeSpan.FromMinutes(1);

    public void Add(Session session) => db.Sessions.Add(session);

    public async Task<Session?> FindAsync(Guid id, CancellationToken cancellationToken) =>
        await db.Sessions.FindAsync([id], cancellationToken);

    public Task<Page<Session>> ListAsync(Guid userId, PageRequest page, CancellationToken cancellationToken)
    {
        var now = clock.Now();
        return db.Sessions.AsNoTracking()
            .Where(session => session.UserId == userId && session.RevokedAt == null && session.ExpiresAt > now)
            .ToPageAsync(NewestFirst, $"sessions of {userId}", page, cancellationToken);
    }

    public void RefuseTokensOf(Session ended) => Refuse(ended.UserId, [ended.Id], clock.Now());

    public void EndAll(Guid userId, Guid? except)
    {
        var now = clock.Now();
        db.OnSave(async cancellationToken =>
        {
            await db.Sessions
                .Where(session => session.UserId == userId && session.Id != except && session.RevokedAt == null)
                .ExecuteUpdateAsync(row => row.SetProperty(session => session.RevokedAt, now), cancellationToken);

            // Asked only now that none of them can be refreshed any more. Of those not used for long, no access token lasts.
            var lastUsed = now - accessTokens.Lifetime - ClockDifference;
            var expires = lastUsed + Session.IdleLifetime;
            var ended = await db.Sessions
                .Where(session => session.UserId == userId && session.RevokedAt == now && session.ExpiresAt > expires)
                .Select(session => session.Id)
                .ToListAsync(cancellationToken);
            foreach (var portion in ended.Chunk(MaximumTold))
            {
                Refuse(userId, portion, now);
            }
        });
    }

    private void Refuse(Guid userId, IReadOnlyList<Guid> ended, DateTimeOffset now)
    {
        outbox.Add(new SessionsEnded(userId, ended, now));
        db.OnCommitted(() => endedSessions.AddAsync(ended));
    }
}
