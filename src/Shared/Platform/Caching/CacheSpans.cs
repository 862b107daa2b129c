using System.Diagnostics;

namespace SystemDesign.Platform.Caching;

/// <summary>The source of a span per lookup, named <c>{cache} cache</c>.</summary>
internal static class CacheSpans
{
    public const string SourceName = "SystemDesign.Caching";

    public static readonly ActivitySource Source = new(SourceName);
}
