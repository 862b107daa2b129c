using Microsoft.EntityFrameworkCore;
using SystemDesign.Kernel.Time;
using SystemDesign.Platform.Persistence;

namespace SystemDesign.Platform.Idempotency;

/// <summary>The answers that a module's database keeps.</summary>
internal sealed class KeptAnswers<TDb>(TDb db, TimeProvider clock)
    where TDb : ModuleDb
{
    private static readonly Func<TDb, Guid, string, DateTimeOffset, CancellationToken, Task<KeptAnswer?>> Find = EF.CompileAsyncQuery(
        (TDb db, Guid userId, string key, DateTimeOffset expired, CancellationToken cancellationToken) =>
            db.Set<KeptAnswer>().AsNoTracking().SingleOrDefault(kept => kept.UserId == userId && kept.Key == key && kept.CreatedAt > expired));

    public Task<KeptAnswer?> FindAsync(UserKey key, CancellationToken cancellationToken) =>
        Find(db, key.UserId, key.Key, Keeping.ExpiredAt(clock.Now()), cancellationToken);

    /// <summary>
    /// Adds the answer to this unit of work, ahead of everything else in it: so whoever comes second under one key fails on
    /// the key, and not on an alias that the first has taken.
    /// </summary>
    public void Keep(KeptAnswer answer) => db.OnSaveFirst(cancellationToken => InsertAsync(answer, cancellationToken));

    /// <summary>
    /// One statement on both databases. Over an expired row it writes. While another process's transaction holds the key,
    /// PostgreSQL waits for its end; the wait is bounded by our clock, not by lock_timeout, which the rest of the transaction would inherit.
    /// </summary>
    private async Task InsertAsync(KeptAnswer answer, CancellationToken cancellationToken)
    {
        var table = db.Quoted(KeptAnswerMapping.Table);
        var insert =
            $$"""
            INSERT INTO {{table}} AS kept (user_id, key, operation, request_hash, answer, created_at) VALUES ({0}, {1}, {2}, {3}, {4}, {5})
            ON CONFLICT (user_id, key) DO UPDATE
            SET operation = excluded.operation, request_hash = excluded.request_hash, answer = excluded.answer, created_at = excluded.created_at
            WHERE kept.created_at <= {6}
            """;
        object[] values =
            [answer.UserId, answer.Key, answer.Operation, answer.RequestHash, answer.Answer, answer.CreatedAt, Keeping.ExpiredAt(answer.CreatedAt)];

        using var patience = new CancellationTokenSource(Keeping.Patience, clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(patience.Token, cancellationToken);
        try
        {
            if (await db.Database.ExecuteSqlRawAsync(insert, values, either.Token) == 0)
            {
                throw KeyProblems.InUse();
            }
        }
        catch (OperationCanceledException) when (patience.IsCancellationRequested)
        {
            throw KeyProblems.InUse();
        }
    }
}
