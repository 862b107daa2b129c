namespace SystemDesign.Analytics.Data;

/// <summary>What user ids are hashed with, on all instances.</summary>
internal sealed class SketchKey
{
    /// <summary>There is one.</summary>
    public const int OnlyId = 1;

    public required int Id { get; init; }

    /// <summary>Under the keys of the platform's database, so that this database alone gives away nobody's id.</summary>
    public required string Protected { get; set; }
}
