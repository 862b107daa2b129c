namespace SystemDesign.Kernel.Identity;

/// <summary>Sign-ins that have ended, whose access tokens would last longer.</summary>
public interface IEndedSessions
{
    /// <summary>
    /// When the call returns, this instance refuses the access tokens of these sessions; the others do within 5 seconds. Call it
    /// when the end is on disk (<c>db.OnCommitted</c>), beside telling it as an event, which makes good what a crash in between
    /// leaves undone. It never fails.
    /// </summary>
    Task AddAsync(IReadOnlyCollection<Guid> sessionIds);
}
