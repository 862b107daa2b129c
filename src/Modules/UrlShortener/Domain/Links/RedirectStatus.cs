namespace SystemDesign.UrlShortener.Domain.Links;

/// <summary>
/// How a visitor is sent on (RFC 9110, section 15.4). 302 and 307 say that the link may lead elsewhere tomorrow, 301 and 308 that
/// it will not, and browsers remember those; 307 and 308 keep the method.
/// </summary>
internal static class RedirectStatus
{
    public const int Default = 302;

    public static bool IsValid(int status) => status is 301 or 302 or 307 or 308;

    public static bool IsPermanent(int status) => status is 301 or 308;

    public static bool KeepsMethod(int status) => status is 307 or 308;
}
