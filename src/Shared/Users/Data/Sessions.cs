using SystemDesign.Users.Domain.Sessions;

namespace SystemDesign.Users.Data;

internal sealed class Sessions(UsersDb db) : ISessions
{
    public void Add(Session session) => db.Sessions.Add(session);

    public async Task<Session?> FindAsync(Guid id, CancellationToken cancellationToken) =>
        await db.Sessions.FindAsync([id], cancellationToken);
}
