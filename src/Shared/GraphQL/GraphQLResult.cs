using System.Text.Json;
using SystemDesign.GraphQL.Execution;

namespace SystemDesign.GraphQL;

/// <summary>A response (section 7.1).</summary>
public sealed class GraphQLResult
{
    private readonly object? data;

    private GraphQLResult(GraphQLOutcome outcome, object? data, IReadOnlyList<GraphQLError> errors) =>
        (Outcome, this.data, Errors) = (outcome, data, errors);

    public GraphQLOutcome Outcome { get; }

    public IReadOnlyList<GraphQLError> Errors { get; }

    public static GraphQLResult Refused(params IEnumerable<GraphQLError> errors) => new(GraphQLOutcome.Refused, null, [.. errors]);

    public void WriteTo(Utf8JsonWriter writer) => ResultWriter.Write(writer, this, data);

    internal static GraphQLResult RefusedMutation(GraphQLError error) => new(GraphQLOutcome.RefusedMutation, null, [error]);

    internal static GraphQLResult Executed(object? data, IReadOnlyList<GraphQLError> errors) => new(GraphQLOutcome.Executed, data, errors);
}
