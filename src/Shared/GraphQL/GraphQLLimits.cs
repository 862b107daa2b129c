namespace SystemDesign.GraphQL;

/// <summary>What a document may ask for. Each limit is checked before the work that it bounds is begun.</summary>
public sealed record GraphQLLimits
{
    /// <summary>Lexical tokens of a document.</summary>
    public int Tokens { get; init; } = 10_000;

    /// <summary>Brackets within brackets, whatever they mean, and selections within selections through fragments.</summary>
    public int Nesting { get; init; } = 100;

    /// <summary>Fields within fields, those of introspection aside.</summary>
    public int Depth { get; init; } = 15;

    /// <summary>Fields, each as often as the lists around it are said to repeat it.</summary>
    public int Cost { get; init; } = 10_000;

    /// <summary>The same for the fields of introspection, whose lists are as long as the schema is large.</summary>
    public int IntrospectionCost { get; init; } = 100_000;

    /// <summary>Reported for one document, or for its variables.</summary>
    public int Errors { get; init; } = 100;
}
