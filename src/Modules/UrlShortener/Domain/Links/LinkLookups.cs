using SystemDesign.Kernel.Errors;

namespace SystemDesign.UrlShortener.Domain.Links;

/// <summary>Looks that must find something. What cannot be a code is not asked for.</summary>
internal static class LinkLookups
{
    /// <exception cref="NotFoundException">There is none, or it is somebody else's: which, is not for this user to know.</exception>
    public static async Task<WholeLink> RequireForChangeAsync(this ILinks links, string code, Guid ownerId, CancellationToken cancellationToken) =>
        LinkCode.IsValid(code) && await links.FindForChangeAsync(code, ownerId, cancellationToken) is { } whole ? whole : throw Link.NotFound();

    /// <exception cref="NotFoundException">There is none.</exception>
    public static async Task<Link> RequireForChangeAsync(this ILinks links, string code, CancellationToken cancellationToken) =>
        LinkCode.IsValid(code) && await links.FindForChangeAsync(code, cancellationToken) is { } link ? link : throw NobodysCode();

    /// <exception cref="NotFoundException">There is none.</exception>
    public static async Task<Link> RequireAsync(this ILinks links, string code, CancellationToken cancellationToken) =>
        LinkCode.IsValid(code) && await links.FindAsync(code, cancellationToken) is { } link ? link : throw NobodysCode();

    private static NotFoundException NobodysCode() => new("url-shortener.link-not-found", "There is no link with this code.");
}
