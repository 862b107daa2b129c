namespace SystemDesign.UrlShortener.Domain.Targets;

/// <summary>Names that no public resolver knows, and that lead to the visitor's own computer or network instead.</summary>
internal static class SpecialNames
{
    private const string Loopback = "localhost";

    /// <summary>
    /// RFC 6762 and its appendix G (local, intranet, internal, private, corp, home, lan), RFC 8375 (home.arpa), RFC 6761 (test),
    /// ICANN's reservation of internal, where clouds keep their metadata, and a habit of Linux (localdomain). The others of RFC
    /// 6761 (example, invalid) lead nowhere, and onion leads out, so they stay.
    /// </summary>
    private static readonly string[] InsideNetworks =
        ["local", "intranet", "internal", "private", "corp", "home", "lan", "home.arpa", "test", "localdomain"];

    /// <param name="name">See <see cref="WebHost.Text"/>.</param>
    /// <returns>Nothing if the name can be somebody's website.</returns>
    public static TargetRefusal? RefusalOf(string name)
    {
        var withoutRoot = name.TrimEnd('.');
        return IsIn(Loopback, withoutRoot) ? TargetRefusal.Loopback
            : !withoutRoot.Contains('.', StringComparison.Ordinal) ? TargetRefusal.LocalName
            : InsideNetworks.Any(ending => IsIn(ending, withoutRoot)) ? TargetRefusal.LocalName
            : null;
    }

    private static bool IsIn(string ending, string name) =>
        name.EndsWith(ending, StringComparison.Ordinal) && (name.Length == ending.Length || name[^(ending.Length + 1)] == '.');
}
