using SystemDesign.GraphQL;
using SystemDesign.GraphQL.Language;
using SystemDesign.GraphQL.Validation;
using SystemDesign.Tests.GraphQL.Support;

namespace SystemDesign.Tests.GraphQL.Validation;

/// <summary>Each rule by its section of the October 2021 specification: what it reports, and something close to it that it does not.</summary>
public sealed class ValidationTests
{
    [Fact]
    public void Spec_5_2_1_1_operation_names_are_unique() => Reports(
        "query A { me { id } } mutation A { __typename }", "There can be only one operation named \"A\".", "query A { me { id } } mutation B { __typename }");

    [Fact]
    public void Spec_5_2_2_1_an_anonymous_operation_is_alone() => Reports(
        "{ me { id } } query A { me { id } }", "This anonymous operation must be the only defined operation.", "{ me { id } }");

    [Fact]
    public void Spec_5_3_1_fields_are_of_the_type() => Reports(
        "{ node(id: 1) { userName } }", "Cannot query field \"userName\" on type \"Node\". Did you mean to use an inline fragment on \"User\"?", "{ node(id: 1) { __typename id } }");

    [Fact]
    public void Spec_5_3_2_fields_of_one_key_are_one() => Reports(
        "{ me { id id: userName } }",
        "Fields \"id\" conflict because \"id\" and \"userName\" are different fields. Use different aliases on the fields to fetch both if this was intentional.",
        "{ me { id id } }");

    [Fact]
    public void Spec_5_3_2_fields_of_objects_that_differ_need_only_the_same_shape() => Reports(
        "{ nodes { ... on User { x: id } ... on Tweet { x: likes } } }",
        "Fields \"x\" conflict because they return conflicting types \"ID!\" and \"Int!\". Use different aliases on the fields to fetch both if this was intentional.",
        "{ nodes { ... on User { x: userName } ... on Tweet { x: text } } }");

    [Fact]
    public void Spec_5_3_3_leaves_and_only_leaves_are_not_selected_from() => Reports(
        "{ me { id { x } } }", "Field \"id\" must not have a selection since type \"ID!\" has no subfields.", "{ me { id } }");

    [Fact]
    public void Spec_5_4_1_arguments_are_of_the_field() => Reports(
        "{ user(id: 1, idd: 2) { id } }", "Unknown argument \"idd\" on field \"Query.user\". Did you mean \"id\"?", "{ user(id: 1) { id } }");

    [Fact]
    public void Spec_5_4_2_arguments_are_unique() => Reports(
        "{ user(id: 1, id: 2) { id } }", "There can be only one argument named \"id\".", "{ user(id: 1) { id } }");

    [Fact]
    public void Spec_5_4_2_1_required_arguments_are_given() => Reports(
        "{ user { id } }", "Field \"user\" argument \"id\" of type \"ID!\" is required, but it was not provided.", "{ me { tweets { id } } }");

    [Fact]
    public void Spec_5_5_1_1_fragment_names_are_unique() => Reports(
        "{ me { ...F } } fragment F on User { id } fragment F on User { id }", "There can be only one fragment named \"F\".", "{ me { ...F } } fragment F on User { id }");

    [Fact]
    public void Spec_5_5_1_2_the_type_of_a_fragment_exists() => Reports(
        "{ me { ... on Usr { id } } }", "Unknown type \"Usr\". Did you mean \"User\"?", "{ me { ... on User { id } } }");

    [Fact]
    public void Spec_5_5_1_3_fragments_are_on_composite_types() => Reports(
        "{ me { ... on Role { id } } }", "Fragment cannot condition on non composite type \"Role\".", "{ me { ... on Node { id } } }");

    [Fact]
    public void Spec_5_5_1_4_fragments_are_used() => Reports(
        "{ me { id } } fragment F on User { id }", "Fragment \"F\" is never used.", "{ me { ...F } } fragment F on User { ...G } fragment G on User { id }");

    [Fact]
    public void Spec_5_5_2_1_what_is_spread_is_defined() => Reports("{ me { ...F } }", "Unknown fragment \"F\".", "{ me { ...F } } fragment F on User { id }");

    [Fact]
    public void Spec_5_5_2_2_spreads_form_no_cycle() => Reports(
        "{ me { ...F } } fragment F on User { tweets { author { ...F } } }",
        "Cannot spread fragment \"F\" within itself.",
        "{ me { ...F tweets { author { ...F } } } } fragment F on User { id }");

    [Fact]
    public void Spec_5_5_2_3_spreads_are_possible() => Reports(
        "{ me { ... on Tweet { id } } }", "Fragment cannot be spread here as objects of type \"User\" can never be of type \"Tweet\".", "{ written { ... on Node { id } } }");

    [Fact]
    public void Spec_5_6_1_values_are_of_the_type() => Reports(
        "{ me { tweets(first: \"1\") { id } } }", "Int cannot represent non-integer value: \"1\"", "{ me { tweets(first: 1) { id } } }");

    [Fact]
    public void Spec_5_6_2_fields_are_of_the_input_object() => Reports(
        "{ tweets(where: {text: \"\", minLike: 1}) { id } }",
        "Field \"minLike\" is not defined by type \"Filter\". Did you mean \"minLikes\"?",
        "{ tweets(where: {text: \"\", minLikes: 1}) { id } }");

    [Fact]
    public void Spec_5_6_3_fields_of_an_input_object_are_unique() => Reports(
        "{ tweets(where: {text: \"a\", text: \"b\"}) { id } }", "There can be only one input field named \"text\".", "{ tweets(where: {text: \"a\"}) { id } }");

    [Fact]
    public void Spec_5_6_4_required_fields_of_an_input_object_are_given() => Reports(
        "{ tweets(where: {minLikes: 1}) { id } }", "Field \"Filter.text\" of required type \"String!\" was not provided.", "{ tweets(where: {text: \"\"}) { id } }");

    [Fact]
    public void Spec_5_7_1_directives_are_defined() => Reports("{ me { id @nothing } }", "Unknown directive \"@nothing\".", "{ me { id @skip(if: true) } }");

    [Fact]
    public void Spec_5_7_2_directives_are_where_they_may_be() => Reports(
        "query @skip(if: true) { me { id } }", "Directive \"@skip\" may not be used on QUERY.", "{ me @skip(if: true) { id } }");

    [Fact]
    public void Spec_5_7_3_directives_are_unique_where_they_are() => Reports(
        "{ me { id @skip(if: true) @skip(if: true) } }",
        "The directive \"@skip\" can only be used once at this location.",
        "{ me { id @skip(if: true) @include(if: true) } }");

    [Fact]
    public void Spec_5_8_1_variables_are_unique() => Reports(
        "query ($a: ID!, $a: ID!) { user(id: $a) { id } }", "There can be only one variable named \"$a\".", "query ($a: ID!) { user(id: $a) { id } }");

    [Fact]
    public void Spec_5_8_2_variables_are_of_input_types() => Reports(
        "query ($a: User) { echo @skip(if: $a) }", "Variable \"$a\" cannot be non-input type \"User\".", "query ($a: Boolean!) { echo @skip(if: $a) }");

    [Fact]
    public void Spec_5_8_3_variables_that_are_used_are_defined() => Reports(
        "{ user(id: $a) { id } }", "Variable \"$a\" is not defined.", "query ($a: ID!) { ...F } fragment F on Query { user(id: $a) { id } }");

    [Fact]
    public void Spec_5_8_4_variables_that_are_defined_are_used() => Reports(
        "query ($a: ID!) { me { id } }", "Variable \"$a\" is never used.", "query ($a: ID!) { user(id: $a) { id } }");

    [Fact]
    public void Spec_5_8_5_variables_fit_where_they_are_used() => Reports(
        "query ($a: Int) { tweets(where: {text: \"\", limits: [[$a], $a]}) { id } }",
        "Variable \"$a\" of type \"Int\" used in position expecting type \"[Int]!\".",
        "query ($a: Int) { me { tweets(first: $a) { id } } }");

    [Fact]
    public void No_more_errors_are_reported_than_the_limit()
    {
        var fields = string.Join(' ', Enumerable.Range(0, 300).Select(index => $"f{index}"));

        var errors = ErrorsIn($"{{ {fields} }}");

        Assert.Equal(101, errors.Count);
        Assert.Equal("Too many validation errors, error limit reached. Validation aborted.", errors[^1].Message);
    }

    [Theory]
    [InlineData(6)]
    [InlineData(30)]
    public void Fragments_that_double_are_compared_in_little_time(int fragments)
    {
        var chain = string.Join(' ', Enumerable.Range(0, fragments).Select(index =>
            $"fragment F{index} on User {{ tweets {{ author {{ ...F{index + 1} }} }} tweets {{ author {{ ...F{index + 1} }} }} }}"));

        var errors = ErrorsIn($"{{ me {{ ...F0 }} }} {chain} fragment F{fragments} on User {{ id }}");

        Assert.DoesNotContain(errors, error => !error.Message.StartsWith("Validation aborted", StringComparison.Ordinal));
    }

    [Fact]
    public void Thousands_of_fields_of_one_key_end_the_comparison() => Assert.Contains(
        ErrorsIn($"{{ me {{ {string.Join(' ', Enumerable.Repeat("tweets { id }", 2_000))} }} }}"), error => error.Message == "Validation aborted.");

    [Fact]
    public void Thousands_of_conflicts_are_not_told_one_by_one() => Assert.Contains(
        ErrorsIn($"{{ me {{ {string.Join(' ', Enumerable.Range(0, 3_000).Select(index => index % 2 == 0 ? "x: id" : "x: userName"))} }} }}"),
        error => error.Message == "Validation aborted.");

    private static void Reports(string invalid, string message, string valid)
    {
        Assert.Contains(message, ErrorsIn(invalid).Select(error => error.Message));
        Assert.All(ErrorsIn(invalid), error => Assert.NotEmpty(error.Locations));
        Assert.Empty(ErrorsIn(valid));
    }

    private static IReadOnlyList<GraphQLError> ErrorsIn(string document) =>
        Validator.ErrorsIn(TypedDocument.Of(Parser.Parse(document, new()), Birds.Schema), new());
}
