using SystemDesign.Kernel.Errors;
using SystemDesign.UrlShortener.Domain.Targets;

namespace SystemDesign.UrlShortener.Domain.Links;

internal sealed class Link
{
    public required Guid Id { get; init; }

    /// <summary>Another with every change; the first is the link's id, so that an alias made anew begins with one of its own.</summary>
    public required Guid Version { get; set; }

    /// <summary>See <see cref="LinkCode"/>; unique.</summary>
    public required string Code { get; init; }

    public required Guid OwnerId { get; init; }

    /// <summary>See <see cref="TargetUrl"/>.</summary>
    public required string Url { get; set; }

    public required DateTimeOffset CreatedAt { get; init; }

    public static NotFoundException NotFound() => new("url-shortener.link-not-found", "You have no link with this code.");

    /// <summary>Leads somewhere else from now on. To where it leads already is no change.</summary>
    /// <param name="url">See <see cref="TargetUrl"/>.</param>
    /// <param name="now">UTC.</param>
    public void LeadTo(string url, DateTimeOffset now)
    {
        if (url != Url)
        {
            (Url, Version) = (url, Guid.CreateVersion7(now));
        }
    }
}
