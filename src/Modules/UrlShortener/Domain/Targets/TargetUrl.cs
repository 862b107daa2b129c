namespace SystemDesign.UrlShortener.Domain.Targets;

/// <summary>Where a link may lead: out into the Internet, and not back to us.</summary>
internal static class TargetUrl
{
    public const int MaximumLength = WebAddress.MaximumLength;

    /// <returns>The address as it is kept, for one that was not refused; our own hosts are not looked at again.</returns>
    public static string? Parse(string? text) => RefusalOf(text, OwnHosts.None) is null ? WebAddress.Read(text, out _)?.Value : null;

    /// <returns>
    /// Why no link may lead there; nothing if one may. Everything is decided by what is written, and no name is looked up: what
    /// a name resolves to is the visitor's resolver's to say, and another thing a minute later.
    /// </returns>
    public static TargetRefusal? RefusalOf(string? text, OwnHosts ownHosts) =>
        WebAddress.Read(text, out var refusal) is not { } address ? refusal
        : ownHosts.Contains(address.Host) ? TargetRefusal.OwnHost
        : address.Host.Address is { } number ? SpecialAddresses.RefusalOf(number)
        : SpecialNames.RefusalOf(address.Host.Text);
}
