namespace SystemDesign.UrlShortener.Data;

/// <summary>Blocks of codes that are leased by one instance at a time. The lease is on disk before any of its codes is known.</summary>
internal interface ICodeBlocks
{
    /// <returns>What is left of the next block, which may be nothing; null if there is no further block.</returns>
    Task<IReadOnlyList<DrawnCode>?> LeaseAsync(CancellationToken cancellationToken);

    /// <summary>Adds to the unit of work what makes the code the link's.</summary>
    void Use(UrlShortenerDb db, string code, Guid linkId);

    /// <summary>Adds to the unit of work what keeps the alias from being drawn.</summary>
    void Claim(UrlShortenerDb db, string alias, Guid linkId);

    /// <summary>What this instance leased and did not use is anybody's again, where that can be.</summary>
    Task GiveBackAsync(CancellationToken cancellationToken);
}
