namespace SystemDesign.GraphQL.Language;

/// <summary>A value as a document writes it (section 2.9); as text, it is as graphql-js prints it.</summary>
internal abstract record Value(Location Location);

internal sealed record Variable(Location Location, Name Name) : Value(Location)
{
    public override string ToString() => $"${Name}";
}

internal sealed record IntValue(Location Location, string Text) : Value(Location)
{
    public override string ToString() => Text;
}

internal sealed record FloatValue(Location Location, string Text) : Value(Location)
{
    public override string ToString() => Text;
}

internal sealed record StringValue(Location Location, string Text, bool IsBlock) : Value(Location)
{
    public override string ToString() => IsBlock ? StringLiterals.Block(Text) : StringLiterals.Quoted(Text);
}

internal sealed record BooleanValue(Location Location, bool IsTrue) : Value(Location)
{
    public override string ToString() => IsTrue ? "true" : "false";
}

internal sealed record NullValue(Location Location) : Value(Location)
{
    public override string ToString() => "null";
}

internal sealed record EnumValue(Location Location, string Text) : Value(Location)
{
    public override string ToString() => Text;
}

internal sealed record ListValue(Location Location, IReadOnlyList<Value> Items) : Value(Location)
{
    public override string ToString() => $"[{string.Join(", ", Items)}]";
}

internal sealed record ObjectValue(Location Location, IReadOnlyList<ObjectField> Fields) : Value(Location)
{
    public override string ToString() => $"{{{string.Join(", ", Fields.Select(field => $"{field.Name}: {field.Value}"))}}}";
}

internal sealed record ObjectField(Name Name, Value Value)
{
    public Location Location => Name.Location;
}
