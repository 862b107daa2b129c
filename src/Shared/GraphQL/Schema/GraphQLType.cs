namespace SystemDesign.GraphQL.Schema;

/// <summary>
/// A type of the schema whose values are <typeparamref name="T"/> here. As in C#, it holds no null unless <c>OrNull()</c> says so: what a
/// resolver may give is what the compiler lets it give.
/// </summary>
public abstract class GraphQLType<T>
{
    internal abstract SchemaType Type { get; }

    /// <summary>Makes what was coerced from the client's input a value.</summary>
    internal virtual T Read(object? coerced) => (T)coerced!;

    /// <summary>Makes a value what the executor completes.</summary>
    internal virtual object? Write(T value) => value;
}
