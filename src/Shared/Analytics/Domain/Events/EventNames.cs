namespace SystemDesign.Analytics.Domain.Events;

/// <summary>
/// What events are counted under: <c>users.user-registered.v1</c> is a module's, up to the first dot. Those that clients send are in the
/// module <c>custom</c>, which there is not.
/// </summary>
internal static class EventNames
{
    public const string CustomModule = "custom";

    /// <summary>The custom events of a day beyond the first so many names. In brackets, so that no client can call one so.</summary>
    public const string OtherCustom = $"{CustomModule}.(other)";

    public const int MaximumLength = 100;

    /// <summary>Of the custom events of a day.</summary>
    public const int MaximumCustomNames = 200;

    public static string OfCustom(string name) => $"{CustomModule}.{name}";

    public static string ModuleOf(string name) => name.Split('.', 2)[0];
}
