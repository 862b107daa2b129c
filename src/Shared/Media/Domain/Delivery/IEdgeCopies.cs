namespace SystemDesign.Media.Domain.Delivery;

/// <summary>What the edge of each instance remembers of objects: that they are there, who may read them, and their bytes.</summary>
internal interface IEdgeCopies
{
    /// <summary>
    /// Forgets objects: this instance before the call returns, the others by a signal, and those that do not hear it within a minute. To be
    /// called after the commit and before the answer (<c>db.OnCommitted</c>) of whatever makes, deletes, opens or closes an object:
    /// its row comes or goes, or its files or public files begin or end to be none. It never fails.
    /// </summary>
    /// <param name="objectNames">The names of <see cref="Objects.MediaObject"/>s.</param>
    Task PurgeAsync(IReadOnlyCollection<string> objectNames);
}
