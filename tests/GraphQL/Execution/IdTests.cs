using SystemDesign.GraphQL;
using SystemDesign.GraphQL.Schema;
using SystemDesign.Tests.GraphQL.Support;

namespace SystemDesign.Tests.GraphQL.Execution;

/// <summary>IDs that are something more particular in the code.</summary>
public sealed class IdTests
{
    private static readonly GraphQLExecutor Executor = new(GraphQLSchema.Build(schema =>
    {
        var id = new InputValue<Guid>("id", Scalars.IdOf<Guid>());
        var number = new InputValue<int>("number", Scalars.IdOf<int>());
        var query = schema.Query();
        query.Field("byId", Scalars.IdOf<Guid>().OrNull(), Guid? (_, context) => context.Get(id)).Take(id);
        query.Field("byNumber", Scalars.IdOf<int>().OrNull(), int? (_, context) => context.Get(number)).Take(number);
    }));

    [Fact]
    public async Task Are_text_on_the_wire()
    {
        var result = await Executor.AskAsync("query ($id: ID!) { byId(id: $id) byNumber(number: 7) }", new { id = "019384AA-bbd0-7f95-8440-a073d9469b9f" });

        Assert.Equal("""{"data":{"byId":"019384aa-bbd0-7f95-8440-a073d9469b9f","byNumber":"7"}}""", result.Json());
    }

    [Theory]
    [InlineData("query ($id: ID!) { byId(id: $id) byNumber(number: 7) }")]
    [InlineData("""{ byId(id: "<script>") byNumber(number: 7) }""")]
    public async Task One_that_cannot_be_read_fails_its_field_and_no_other(string document)
    {
        var result = await Executor.AskAsync(document, new { id = "<script>" });

        var error = Assert.Single(result.Errors);
        Assert.Equal("\"\\u003Cscript\\u003E\" is not an ID of this kind.", error.Message);
        Assert.Equal(["byId"], error.Path!);
        Assert.Equal("invalid-id", error.Extensions!["code"]);
        Assert.EndsWith("""{"byId":null,"byNumber":"7"}}""", result.Json(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task One_variable_may_go_to_several_kinds()
    {
        var result = await Executor.AskAsync("query ($id: ID!) { byId(id: $id) byNumber(number: $id) }", new { id = "7" });

        Assert.EndsWith("""{"byId":null,"byNumber":"7"}}""", result.Json(), StringComparison.Ordinal);
    }
}
