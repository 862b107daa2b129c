namespace SystemDesign.Platform.Persistence;

/// <summary>Where the application keeps its files: section <c>Data</c>.</summary>
internal sealed class DataOptions
{
    public const string Section = "Data";

    /// <summary>A folder; created if missing. See <see cref="DataFolder"/> for the default.</summary>
    public string? Path { get; set; }
}
