using SystemDesign.Kernel.Errors;

namespace SystemDesign.UrlShortener.Domain.Links;

/// <summary>When a link leads somewhere: from the one instant on, until the other.</summary>
internal static class LinkTimes
{
    /// <exception cref="InvalidException">The link would never lead anywhere.</exception>
    public static void Require(DateTimeOffset? validFrom, DateTimeOffset? expiresAt)
    {
        if (validFrom >= expiresAt)
        {
            throw Invalid("A link expires after it becomes valid.");
        }
    }

    /// <exception cref="InvalidException">It would be gone before it is there.</exception>
    public static void RequireFuture(DateTimeOffset? expiresAt, DateTimeOffset now)
    {
        if (expiresAt <= now)
        {
            throw Invalid("A new link expires in the future.");
        }
    }

    private static InvalidException Invalid(string detail) => new("invalid-input", detail, "expiresAt");
}
