namespace SystemDesign.UrlShortener.Domain.Visits;

internal interface ILinkStats
{
    /// <summary>What was counted, up to the last flush; of a code that nobody followed, nothing but zeros.</summary>
    Task<LinkStats> ReadAsync(string code, Days days, CancellationToken cancellationToken);

    /// <summary>Adds to this unit of work: nothing is known any more of who followed these codes.</summary>
    void RemoveWhenSaved(IReadOnlyCollection<string> codes);
}
