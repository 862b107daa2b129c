using SystemDesign.Kernel.Errors;

namespace SystemDesign.Kernel.Editing;

/// <summary>
/// What a client requires of the current version before its request is done (RFC 9110, section 13.1). A handler asks this of
/// what it has just read, and the version is a concurrency token in the database: if another change comes in between, the
/// save is refused, the handler runs again and finds the newer version.
/// </summary>
/// <param name="Match">One of these must be the current one; null requires nothing.</param>
/// <param name="NoneMatch">None of these may be the current one; null requires nothing.</param>
public sealed record Precondition(VersionSet? Match, VersionSet? NoneMatch)
{
    public static Precondition None { get; } = new(Match: null, NoneMatch: null);

    public bool HoldsFor(IVersioned current) =>
        Match?.Contains(current.Version) is not false && NoneMatch?.Contains(current.Version) is not true;

    /// <exception cref="PreconditionFailedException">It does not hold.</exception>
    public void Require(IVersioned current)
    {
        if (!HoldsFor(current))
        {
            throw new PreconditionFailedException();
        }
    }
}
