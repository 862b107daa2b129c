namespace SystemDesign.Tests.Unit.Media.Support;

/// <summary>
/// Small pictures as cameras and programs write them. Those that are not <see cref="Bare"/> have a place, a camera's name and other
/// things that are nobody's business in every way that their format knows.
/// </summary>
internal static class Sample
{
    public static readonly IReadOnlyList<string> Bare = ["grey.jpg", "simple.webp"];

    public static readonly IReadOnlyList<string> All =
        [.. Directory.GetFiles(Path.Combine(AppContext.BaseDirectory, "Media", "Samples")).Select(path => Path.GetFileName(path)).Order(StringComparer.Ordinal)];

    public static byte[] Read(string name) => File.ReadAllBytes(Path.Combine(AppContext.BaseDirectory, "Media", "Samples", name));
}
