using System.Text.Json;
using SystemDesign.GraphQL.Language;

namespace SystemDesign.GraphQL.Schema;

/// <summary>How a scalar is read and written (section 3.5). What cannot be is a <see cref="FormatException"/> whose message the client is told.</summary>
internal sealed class ScalarDefinition(string name, string description) : NamedType(name, description)
{
    public string? SpecifiedBy { get; init; }

    /// <summary>Reads it out of a document.</summary>
    public required Func<Value, object> ReadLiteral { get; init; }

    /// <summary>Reads it out of the variables.</summary>
    public required Func<JsonElement, object> ReadJson { get; init; }

    /// <summary>Makes it what is written to JSON: text, a truth value, an <see cref="int"/> or a <see cref="double"/>.</summary>
    public required Func<object, object> Write { get; init; }
}
