using System.Text.Json;
using System.Text.Json.Nodes;
using SystemDesign.Tests.GraphQL.Support;
using SystemDesign.Tests.Integration.Support;

namespace SystemDesign.Tests.Integration.Twitter;

/// <summary>The schema against the reference implementation: npm's <c>graphql</c>.</summary>
[Trait("Mission", "A3")]
public sealed class GraphSchemaTests(App app) : IClassFixture<App>
{
    [GraphQLJsFact]
    public async Task TW_7_Graphql_js_takes_the_schema_from_introspection_and_prints_it_alike()
    {
        using var me = await app.MemberAsync();
        var query = JsonSerializer.Deserialize<string>(await GraphQLJs.AnswerAsync("query", "null"))!;
        var introspection = await me.Client.AskAsync(query);
        Assert.True(introspection["errors"] is null, introspection.ToJsonString());

        var answer = JsonNode.Parse(await GraphQLJs.AnswerAsync("schema", introspection.ToJsonString()))!;

        Assert.Empty(answer["errors"]!.AsArray());
        Assert.Equal((string)answer["sdl"]!, await me.Client.GetStringAsync($"{GraphSteps.Path}?sdl"));
    }
}
