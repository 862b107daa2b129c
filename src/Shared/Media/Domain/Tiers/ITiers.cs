namespace SystemDesign.Media.Domain.Tiers;

/// <summary>What a read changes of where an object is. Each is on disk when it returns, and known to all instances.</summary>
internal interface ITiers
{
    /// <summary>Keeps an object that was about to be put away.</summary>
    /// <returns>Whether it was, still.</returns>
    Task<bool> TryStayAsync(string name, CancellationToken cancellationToken);

    /// <summary>Asks for an object that is put away. Of those who ask at once, one does.</summary>
    /// <returns>Whether it was this one.</returns>
    Task<bool> TryAskBackAsync(string name, CancellationToken cancellationToken);
}
