using System.Buffers;
using System.Collections.Frozen;

namespace SystemDesign.UrlShortener.Domain.Links;

/// <summary>
/// The part of a short address that says which link it is: generated, or an alias that its owner chose. Case matters,
/// everywhere and whatever the database's collation.
/// </summary>
internal static class LinkCode
{
    public const int MinimumAliasLength = 3;

    public const int MaximumLength = 32;

    /// <summary>Unless the capacity is configured: 62^7 = 3,521,614,606,208 codes, which is what the notes count on (US-2).</summary>
    public const int GeneratedLength = 7;

    /// <summary>What a generated code is made of.</summary>
    public const string Base62 = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";

    private static readonly SearchValues<char> Allowed = SearchValues.Create($"{Base62}-_");

    /// <summary>
    /// Words that a link could be taken for a part of this site by: addresses that it has, addresses that every site has, and
    /// words that say who speaks. In any case.
    /// </summary>
    private static readonly FrozenSet<string> Reserved = FrozenSet.Create(
        StringComparer.OrdinalIgnoreCase,
        "api", "cdn", "health", "swagger", "docs", "static", "assets", "robots", "favicon", "sitemap", "well-known", "www",
        "admin", "administrator", "operator", "root", "system", "security", "support", "help", "about", "contact", "legal", "terms", "privacy", "abuse",
        "login", "log-in", "logout", "log-out", "signin", "sign-in", "signup", "sign-up", "register", "account", "accounts", "user", "users", "me",
        "links", "stats", "report", "reports", "capacity", "null", "undefined");

    /// <summary>Whether there may be a link of this code, of whatever origin: no other is looked up.</summary>
    public static bool IsValid(string code) => code.Length is >= 1 and <= MaximumLength && !code.AsSpan().ContainsAnyExcept(Allowed);

    public static bool IsAlias(string alias) => alias.Length >= MinimumAliasLength && IsValid(alias);

    public static bool IsReserved(string code) => Reserved.Contains(code);
}
