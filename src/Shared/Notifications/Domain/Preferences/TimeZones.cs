using System.Text.RegularExpressions;

namespace SystemDesign.Notifications.Domain.Preferences;

/// <summary>IANA's time zones, as this machine knows them.</summary>
internal static partial class TimeZones
{
    /// <returns>Nothing if it is none, or one by a name that is not IANA's.</returns>
    public static TimeZoneInfo? Find(string name) =>
        Name().IsMatch(name) && TimeZoneInfo.TryFindSystemTimeZoneById(name, out var zone) && zone.HasIanaId ? zone : null;

    /// <returns>UTC if there is none of this name, or not any more.</returns>
    public static TimeZoneInfo Of(string? name) => name is null ? TimeZoneInfo.Utc : Find(name) ?? TimeZoneInfo.Utc;

    /// <summary>Names are paths of files where the machine keeps them, and lead to none beside those.</summary>
    [GeneratedRegex(@"^[A-Za-z][A-Za-z0-9_+-]*(/[A-Za-z0-9_+-]+){0,2}\z")]
    private static partial Regex Name();
}
