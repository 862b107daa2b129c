namespace SystemDesign.Users.Domain.Sessions;

internal interface ISessions
{
    void Add(Session session);

    /// <summary>For change: of two that refresh the same session at once, one is told to look again.</summary>
    Task<Session?> FindAsync(Guid id, CancellationToken cancellationToken);
}
