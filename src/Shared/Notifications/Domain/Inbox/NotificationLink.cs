namespace SystemDesign.Notifications.Domain.Inbox;

/// <summary>Where a notification leads: nowhere that could do something else than show a page.</summary>
internal static class NotificationLink
{
    /// <returns>A path of this application or an http or https address; nothing if it is neither.</returns>
    public static string? Read(string? link) =>
        link is { Length: > 0 and <= InboxItem.MaximumLinkLength } && !link.Any(character => char.IsControl(character) || char.IsWhiteSpace(character)) && (IsPath(link) || IsWeb(link))
            ? link
            : null;

    /// <returns>The whole address, for where there is no page that a path is below.</returns>
    public static string Absolute(string link, string publicBaseUrl) => IsPath(link) ? publicBaseUrl.TrimEnd('/') + link : link;

    /// <summary>Two slashes, or one and a backslash, would lead to another host.</summary>
    private static bool IsPath(string link) => link[0] == '/' && (link.Length == 1 || link[1] is not ('/' or '\\'));

    private static bool IsWeb(string link) => Uri.TryCreate(link, UriKind.Absolute, out var address) && address.Scheme is ("http" or "https") && address.Host.Length > 0;
}
