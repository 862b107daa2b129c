using SystemDesign.Kernel.Paging;

namespace SystemDesign.Users.Domain.Sessions;

internal interface ISessions
{
    void Add(Session session);

    /// <summary>For change: of two that change the same session at once, one is told to look again.</summary>
    Task<Session?> FindAsync(Guid id, CancellationToken cancellationToken);

    /// <summary>Those of a user that live, the newest first.</summary>
    Task<Page<Session>> ListAsync(Guid userId, PageRequest page, CancellationToken cancellationToken);

    /// <summary>Adds to this unit of work, for a session that it ends: its access tokens are refused, at once on this instance.</summary>
    void RefuseTokensOf(Session ended);

    /// <summary>Adds to this unit of work: all sessions of a user end, and their access tokens are refused.</summary>
    /// <param name="userId">The user's.</param>
    /// <param name="except">One that goes on, if any.</param>
    void EndAll(Guid userId, Guid? except);
}
