namespace SystemDesign.GraphQL.Schema;

/// <summary>An <see cref="InputValue{T}"/> of whatever type.</summary>
public interface IInputValue
{
    string Name { get; }

    internal InputValueDefinition Definition { get; }
}
