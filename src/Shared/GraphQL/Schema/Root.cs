namespace SystemDesign.GraphQL.Schema;

/// <summary>What the fields of an operation start from, which is nothing: they have their arguments and the context.</summary>
public sealed class Root
{
    private Root()
    {
    }

    internal static Root Value { get; } = new();
}
