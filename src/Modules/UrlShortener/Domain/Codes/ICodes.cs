using SystemDesign.Kernel.Errors;

namespace SystemDesign.UrlShortener.Domain.Codes;

/// <summary>Hands out codes that no link has had (US-2).</summary>
internal interface ICodes
{
    /// <summary>Draws a code. Whatever must be remembered of it is added to this unit of work.</summary>
    /// <exception cref="ExhaustedException">All are given out.</exception>
    Task<string> DrawAsync(Guid linkId, CancellationToken cancellationToken);

    /// <summary>Adds to this unit of work: the alias is this link's, and nothing that would be drawn.</summary>
    void Claim(string alias, Guid linkId);
}
