using System.Text.Json.Serialization;

namespace SystemDesign.Platform.Design;

/// <summary>
/// Which two of consistency, availability and tolerance to a partition an operation keeps, in the notes' sense.
/// </summary>
[JsonConverter(typeof(JsonStringEnumConverter<Cap>))]
public enum Cap
{
    /// <summary>Consistent under a partition: rather no answer than a wrong one.</summary>
    CP,

    /// <summary>Available under a partition: rather an answer that may be old than none.</summary>
    AP,

    /// <summary>Consistent and available, as long as there is nothing to part: a single server.</summary>
    CA,
}
