using SystemDesign.GraphQL;
using SystemDesign.GraphQL.Language;

namespace SystemDesign.Tests.GraphQL.Language;

public sealed class ParserTests
{
    private static readonly GraphQLLimits Limits = new() { Tokens = 200, Nesting = 10 };

    [Fact]
    public void A_document_is_read_with_the_place_of_each_part()
    {
        var document = Parser.Parse("query Q($a: [Int!]! = [1]) @d {\n  x: f(v: {k: $a}) {\n    ...F ... on T { g }\n  }\n}\nfragment F on T { g }", Limits);

        var operation = document.Operations.Single();
        var variable = operation.Variables.Single();
        var field = Assert.IsType<Field>(operation.Selections.Items.Single());
        Assert.Equal(("Q", OperationKind.Query), (operation.Name?.Text, operation.Kind));
        Assert.Equal(("$a", "[Int!]!", "[1]"), (variable.Variable.ToString(), variable.Type.ToString(), variable.Default?.ToString()));
        Assert.Equal(("x", "f", new Location(2, 3)), (field.ResponseKey, field.Name.Text, field.Location));
        Assert.Equal("{k: $a}", field.Arguments.Single().Value.ToString());
        Assert.Collection(
            field.Selections!.Items,
            spread => Assert.Equal(new(3, 5), Assert.IsType<FragmentSpread>(spread).Location),
            inline => Assert.Equal("T", Assert.IsType<InlineFragment>(inline).On?.Name));
        Assert.Equal(new(6, 1), document.Fragments.Single().Location);
    }

    [Theory]
    [InlineData("{ a(b: {{{{{{{{{{{{{{{{")]
    [InlineData("{{{{{{{{{{{{{{{{{{")]
    [InlineData("{a{a{a{a{a{a{a{a{a{a{a{a}}}}}}}}}}}}")]
    [InlineData("{ a(b: [[[[[[[[[[[[[[")]
    [InlineData("query($a: [[[[[[[[[[[[[[[[[")]
    public void Nesting_ends_at_its_limit(string document) => Assert.StartsWith("Syntax Error", Fault(document), StringComparison.Ordinal);

    [Fact]
    public void Hundreds_of_thousands_of_brackets_do_not_reach_the_end_of_the_stack() =>
        Assert.Contains("nested deeper", Fault($"{{ a(b: {new string('[', 500_000)}"), StringComparison.Ordinal);

    [Fact]
    public void Tokens_end_at_their_limit() =>
        Assert.Contains("more than 200 tokens", Fault($"{{ {string.Join(' ', Enumerable.Repeat("a", 300))} }}"), StringComparison.Ordinal);

    [Theory]
    [InlineData("type T { a: Int }")]
    [InlineData("schema { query: Q }")]
    [InlineData("extend type T { a: Int }")]
    [InlineData("\"described\" query { a }")]
    public void Spec_5_1_1_what_defines_types_is_no_executable_definition(string document) => Assert.StartsWith("Syntax Error: Unexpected", Fault(document), StringComparison.Ordinal);

    private static string Fault(string document) => Assert.Throws<GraphQLErrorException>(() => Parser.Parse(document, Limits)).Message;
}
