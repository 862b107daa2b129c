namespace SystemDesign.UrlShortener.Domain.Codes;

/// <summary>Where generated codes come from (US-2). Either goes on where the other one stopped, so that a change of mind gives none twice.</summary>
internal enum CodeGenerator
{
    /// <summary>Computed from their place in an order that only the key knows.</summary>
    Permutation,

    /// <summary>Kept ready as rows without a link, as the notes have it.</summary>
    Pool,
}
