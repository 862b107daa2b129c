namespace SystemDesign.GraphQL.Schema;

/// <summary>A schema that cannot be served, with a sentence for each reason.</summary>
public sealed class SchemaException(IReadOnlyList<string> errors) : Exception(string.Join(Environment.NewLine, errors))
{
    public IReadOnlyList<string> Errors { get; } = errors;
}
