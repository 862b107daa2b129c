namespace SystemDesign.Kernel.Editing;

/// <summary>The versions that a client named.</summary>
/// <param name="Listed">One by one; null means whichever there is.</param>
public sealed record VersionSet(IReadOnlyCollection<string>? Listed)
{
    public static VersionSet Any { get; } = new(Listed: null);

    public bool Contains(string version) => Listed is null || Listed.Contains(version);
}
