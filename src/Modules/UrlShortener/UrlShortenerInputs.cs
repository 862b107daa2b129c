using SystemDesign.Platform.Design;
using SystemDesign.UrlShortener.Domain.Abuse;
using SystemDesign.UrlShortener.Domain.Capacity;
using SystemDesign.UrlShortener.Domain.Links;
using SystemDesign.UrlShortener.Domain.Redirects;
using SystemDesign.UrlShortener.Domain.Targets;
using SystemDesign.UrlShortener.Domain.Visits;

namespace SystemDesign.UrlShortener;

/// <summary>Step 4 of the design: what every value may be, and what becomes of any other.</summary>
internal static class UrlShortenerInputs
{
    private const string InvalidInput = "400 invalid-input, naming the field.";

    private static readonly string Code =
        $"{LinkCode.MinimumAliasLength} to {LinkCode.MaximumLength} letters (a to z, either case, told apart), digits, hyphens or underscores";

    private static readonly string Tags = $"At most {LinkTags.Maximum}, of 1 to {LinkTags.MaximumLength} characters without control characters; kept in lower case, once each.";

    private static readonly string Reason = $"1 to {Report.MaximumReasonLength} characters.";

    public static IReadOnlyList<InputValue> All { get; } =
    [
        new(
            nameof(ShortenLink),
            "url",
            $"An absolute http or https address of at most {TargetUrl.MaximumLength} characters, also in the ASCII form in which it is kept (RFC 3986; a Unicode host as RFC 5891 writes it); no credentials, no private or special address in whatever spelling, none of the service's own hosts.",
            InvalidInput),
        new(nameof(ShortenLink), "alias", $"{Code}, and no reserved word in any case. Left out or null: a code is generated.", InvalidInput),
        new(nameof(ShortenLink), "expiresAt", "An instant (RFC 3339) in the future, after validFrom; left out or null: never.", InvalidInput),
        new(nameof(ShortenLink), "validFrom", "An instant; left out or null: from the beginning.", InvalidInput),
        new(nameof(ShortenLink), "maxVisits", $"1 to {LinkRules.GreatestMaxVisits:N0}; left out or null: as many as one likes.", InvalidInput),
        new(nameof(ShortenLink), "redirect", "301, 302, 307 or 308; left out or null: 302.", InvalidInput),
        new(nameof(ShortenLink), "tags", Tags, InvalidInput),
        new(nameof(ListMyLinks), "search", $"At most {ListMyLinks.MaximumSearchLength} characters, contained in code, address or tag in any case; left out: all.", InvalidInput),
        new(nameof(ListMyLinks), "tag", "A tag, in any case; left out: all.", InvalidInput),
        new(nameof(ListMyLinks), "page", "A cursor that the page before answered, or none; a limit of 1 to 100, else 20.", "400 invalid-cursor or invalid-input, naming the parameter."),
        new(nameof(EditLink), "url", "As for a new link; left out, it stays. Null is refused, since a link leads somewhere.", InvalidInput),
        new(nameof(EditLink), "expiresAt", "An instant after validFrom; past: the link is gone at once. Null: never.", InvalidInput),
        new(nameof(EditLink), "validFrom", "An instant; null: from the beginning.", InvalidInput),
        new(nameof(EditLink), "maxVisits", "As for a new link, those counted that were made while it had a maximum; null: as many as one likes.", InvalidInput),
        new(nameof(EditLink), "redirect", "As for a new link; null is refused.", InvalidInput),
        new(nameof(EditLink), "tags", $"{Tags} They replace all; null: none.", InvalidInput),
        new(nameof(EditLink), "disabled", "true or false; null is refused.", InvalidInput),
        new(nameof(DeleteLink), "code", $"{Code}.", "404, as any code that is not one of mine."),
        new(nameof(ReportLink), "reason", Reason, InvalidInput),
        new(nameof(BanLink), "reason", Reason, InvalidInput),
        new(nameof(LiftBan), "code", $"{Code}.", "404, as any code that is no link's."),
        new(nameof(ListReports), "page", "A cursor that the page before answered, or none; a limit of 1 to 100, else 20.", "400 invalid-cursor or invalid-input, naming the parameter."),
        new(nameof(DismissReport), "id", "A UUID.", "404, as any id that is no report's."),
        new(nameof(ReadCapacity), "linksPerSecond", "A number from 0.001 to 1,000,000, such as 0.5 or 1e3; left out: 1,000.", InvalidInput),
        new(nameof(ReadCapacity), "years", "A number from 0.1 to 100, of 365 days each; left out: 10.", InvalidInput),
        new(nameof(ReadCapacity), "bytesPerLink", "A number from 1 to 100,000; left out: 200.", InvalidInput),
        new(nameof(ReadLink), "code", $"{Code}.", "404, as any code that is not one of mine."),
        new(nameof(ReadLinkStats), "code", $"{Code}.", "404, as any code that is not one of mine."),
        new(nameof(ReadLinkStats), "from", $"A day as in 2026-08-01, not after the last; left out: so that there are {Days.UsualCount}.", InvalidInput),
        new(nameof(ReadLinkStats), "to", $"A day, at most {Days.MaximumCount} with the first; left out: today in UTC.", InvalidInput),
        new(nameof(FollowLink), "code", $"{Code}.", "404, as any code that leads nowhere; the database is not asked."),
    ];
}
