using SystemDesign.GraphQL.Schema;

namespace SystemDesign.Tests.GraphQL.Schema;

/// <summary>What section 3 refuses is refused when the schema is built, with a sentence that names it.</summary>
public sealed class SchemaTests
{
    [Fact]
    public void A_schema_without_a_query_has_no_fields_to_ask_for() => Refused("Type Query has no fields.", _ => { });

    [Theory]
    [InlineData("")]
    [InlineData("1a")]
    [InlineData("a-b")]
    [InlineData("é")]
    public void A_name_is_one(string name) => Refused($"Field Query.{name} is no name (section 2.1.9).", schema => schema.Query().Field(name, Scalars.Int, _ => 1));

    [Fact]
    public void Names_of_introspection_are_reserved() => Refused(
        "Type __Mine begins with two underscores, which introspection reserves (section 4.3).",
        schema => schema.Object<Thing>("__Mine").Field("id", Scalars.Int, _ => 1));

    [Fact]
    public void A_type_is_declared_once() => Refused("There are 2 types named Thing.", schema =>
    {
        schema.Object<Thing>("Thing").Field("id", Scalars.Int, _ => 1);
        schema.Object<Other>("Thing").Field("id", Scalars.Int, _ => 1);
    });

    [Fact]
    public void A_field_is_declared_once() => Refused("Field Thing.id is declared more than once.", schema =>
    {
        var thing = schema.Object<Thing>("Thing");
        thing.Field("id", Scalars.Int, _ => 1);
        thing.Field("id", Scalars.Int, _ => 2);
    });

    [Fact]
    public void An_input_is_no_output() => Refused("Field Query.thing is of Thing!, which is an input and no output.", schema =>
    {
        var thing = schema.Input<Thing>("Thing").Fields(new InputValue<int>("id", Scalars.Int)).ReadAs(_ => new());
        schema.Query().Field("thing", thing, _ => new());
    });

    [Fact]
    public void An_output_is_no_input() => Refused("Argument Query.of(thing:) is of Thing!, which is an output and no input.", schema =>
    {
        var thing = schema.Object<Thing>("Thing");
        thing.Field("id", Scalars.Int, _ => 1);
        schema.Query().Field("of", Scalars.Int, _ => 1).Take(new InputValue<Thing>("thing", thing));
    });

    [Fact]
    public void A_required_argument_is_not_deprecated() => Refused(
        "Argument Query.of(id:) is required, and so cannot be deprecated (section 3.13.3).",
        schema => schema.Query().Field("of", Scalars.Int, _ => 1).Take(new InputValue<int>("id", Scalars.Int).Deprecated("No.")));

    [Fact]
    public void An_object_has_the_fields_of_its_interface() => Refused("Type Thing implements Named, but has no field name.", schema =>
    {
        var named = schema.Interface<Thing>("Named");
        named.Field("name", Scalars.String);
        schema.Object<Thing>("Thing").Implement(named).Field("id", Scalars.Int, _ => 1);
    });

    [Fact]
    public void A_field_gives_what_the_interface_promises() => Refused("Field Thing.name is of String, which is no String! as Named.name is.", schema =>
    {
        var named = schema.Interface<Thing>("Named");
        named.Field("name", Scalars.String);
        schema.Object<Thing>("Thing").Implement(named).Field("name", Scalars.String.OrNull(), string? (_) => null);
    });

    [Fact]
    public void A_field_requires_no_more_than_the_interface() => Refused("Field Thing.name requires id, which Named.name does not take.", schema =>
    {
        var named = schema.Interface<Thing>("Named");
        named.Field("name", Scalars.String);
        schema.Object<Thing>("Thing").Implement(named).Field("name", Scalars.String, _ => string.Empty).Take(new InputValue<int>("id", Scalars.Int));
    });

    [Fact]
    public void What_implements_an_interface_is_one_here_too() => Refused("Type Thing implements Named, but a Thing is no Other.", schema =>
    {
        var named = schema.Interface<Other>("Named");
        named.Field("name", Scalars.String);
        schema.Object<Thing>("Thing").Implement(named).Field("name", Scalars.String, _ => string.Empty);
    });

    [Fact]
    public void Types_of_one_interface_are_told_apart_by_their_values() => Refused("2 types that implement Named are a Thing, so that nothing tells them apart.", schema =>
    {
        var named = schema.Interface<Thing>("Named");
        named.Field("name", Scalars.String);
        schema.Object<Thing>("One").Implement(named).Field("name", Scalars.String, _ => string.Empty);
        schema.Object<Thing>("Two").Implement(named).Field("name", Scalars.String, _ => string.Empty);
    });

    [Fact]
    public void An_input_object_that_requires_itself_has_no_values() => Refused(
        "Input object Thing holds itself through fields that are all non-null, so that no value of it could end (section 3.10).",
        schema =>
        {
            var thing = schema.Input<Thing>("Thing");
            thing.Fields(new InputValue<Thing>("self", thing)).ReadAs(_ => new());
        });

    [Fact]
    public void A_type_of_another_schema_is_not_known() => Refused("Query uses Thing, which this schema does not declare.", schema =>
    {
        ObjectType<Thing>? foreign = null;
        GraphQLSchema.Build(other =>
        {
            foreign = other.Object<Thing>("Thing");
            foreign.Field("id", Scalars.Int, _ => 1);
            other.Query().Field("ok", Scalars.Int, _ => 1);
        });
        schema.Query().Field("thing", foreign!, _ => new());
    });

    [Fact]
    public void The_size_of_a_list_is_said_by_an_argument_that_there_is() => Refused(
        "The size of Query.list is said by its argument first, which it does not take.",
        schema => schema.Query().Field("list", Scalars.Int.List(), _ => []).Size(new InputValue<int>("first", Scalars.Int)));

    private static void Refused(string error, Action<SchemaBuilder> declare) =>
        Assert.Contains(error, Assert.Throws<SchemaException>(() => GraphQLSchema.Build(declare)).Errors);

    private sealed record Thing;

    private sealed record Other;
}
