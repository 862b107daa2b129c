using System.Text.Json;
using System.Text.Json.Nodes;
using SystemDesign.GraphQL;
using SystemDesign.Tests.GraphQL.Support;

namespace SystemDesign.Tests.GraphQL.Conformance;

/// <summary>Ours and graphql-js, side by side on the same schema, data and documents.</summary>
public sealed class ConformanceTests
{
    private static readonly GraphQLLimits Wide = new() { IntrospectionCost = 10_000_000 };

    [GraphQLJsFact]
    public async Task The_answers_that_are_kept_are_those_of_graphql_js()
    {
        var answers = JsonNode.Parse(await GraphQLJs.AnswerAsync("execute", await ReadAsync("documents.json")))!;

        Assert.Equal(JsonNode.Parse(await ReadAsync("answers.json"))!.ToJsonString(), answers.ToJsonString());
    }

    [Fact]
    public async Task Documents_give_what_graphql_js_gives()
    {
        var documents = await ReadAsync("documents.json");
        var theirs = JsonNode.Parse(await ReadAsync("answers.json"))!.AsArray();
        var cases = JsonNode.Parse(documents)!.AsArray();
        Assert.True(cases.Count > 50);

        List<string> differences = [];
        foreach (var (index, item) in cases.Index())
        {
            var variables = item!["variables"] is { } given ? JsonSerializer.SerializeToElement(given) : (JsonElement?)null;
            var ours = await Birds.Executor().AskAsync((string)item["query"]!, variables, (string?)item["operationName"]);
            var (expected, actual) = (Comparable(theirs[index]!), Comparable(JsonNode.Parse(ours.Json())!));
            if (expected != actual)
            {
                differences.Add($"{item.ToJsonString()}\n  theirs {expected}\n  ours   {actual}");
            }
        }

        Assert.True(differences.Count == 0, string.Join("\n", differences));
    }

    [GraphQLJsFact]
    public async Task Graphql_js_takes_the_schema_from_introspection_and_prints_it_alike()
    {
        var query = JsonSerializer.Deserialize<string>(await GraphQLJs.AnswerAsync("query", "null"))!;
        var introspection = await Birds.Executor(new() { Limits = Wide }).AskAsync(query);
        Assert.Empty(introspection.Errors);

        var answer = JsonNode.Parse(await GraphQLJs.AnswerAsync("schema", introspection.Json()))!;

        Assert.Empty(answer["errors"]!.AsArray());
        Assert.Equal((string)answer["own"]!, Birds.Schema.Print());
        Assert.Equal((string)answer["sdl"]!, Birds.Schema.Print());
    }

    [Fact]
    public async Task The_usual_introspection_query_is_within_the_usual_limits()
    {
        var result = await Birds.Executor().AskAsync(Introspection.Query);

        Assert.Empty(result.Errors);
    }

    private static Task<string> ReadAsync(string file) => File.ReadAllTextAsync(Path.Combine(AppContext.BaseDirectory, "Conformance", file));

    /// <summary>Data as it is, to the order of its members; errors in any order, without what is ours alone.</summary>
    private static string Comparable(JsonNode answer)
    {
        var errors = answer["errors"]?.AsArray()
            .Select(error => new JsonObject
            {
                ["message"] = error!["message"]?.DeepClone(),
                ["locations"] = error["locations"]?.DeepClone(),
                ["path"] = error["path"]?.DeepClone(),
            }.ToJsonString())
            .Order(StringComparer.Ordinal) ?? Enumerable.Empty<string>();
        var data = answer.AsObject().ContainsKey("data") ? answer["data"]?.ToJsonString() ?? "null" : "none";
        return $"{data} {string.Join(" ", errors)}";
    }
}
