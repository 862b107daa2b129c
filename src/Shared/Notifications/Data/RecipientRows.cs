using Microsoft.EntityFrameworkCore;
using SystemDesign.Kernel.Errors;

namespace SystemDesign.Notifications.Data;

/// <summary>
/// Holds a user's row until the transaction ends, so that of all that is changed of theirs one comes after the other: positions follow each
/// other without a gap, and nothing is written of who has left.
/// </summary>
internal sealed class RecipientRows(NotificationsDb db)
{
    /// <returns>The position of their newest notification; nothing if they left.</returns>
    public async Task<long?> HoldAsync(Guid userId, CancellationToken cancellationToken)
    {
        // An update that changes nothing waits for the row as any other does.
        var hold =
            $$"""
            INSERT INTO {{db.Quoted(RecipientMapping.Table)}} AS held (user_id, last_position, version) VALUES ({0}, 0, 0)
            ON CONFLICT (user_id) DO UPDATE SET version = held.version WHERE held.left_at IS NULL RETURNING last_position AS "Value"
            """;
        var positions = await db.Database.SqlQueryRaw<long>(hold, userId).ToListAsync(cancellationToken);
        return positions.Count == 0 ? null : positions[0];
    }

    /// <summary>Ahead of everything else in this unit of work, which fails if they left.</summary>
    public void HoldFirst(Guid userId) => db.OnSaveFirst(async cancellationToken =>
    {
        if (await HoldAsync(userId, cancellationToken) is null)
        {
            throw new UnauthenticatedException("unauthenticated", "This account is no more.");
        }
    });
}
