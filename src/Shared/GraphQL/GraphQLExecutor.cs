using SystemDesign.GraphQL.Execution;
using SystemDesign.GraphQL.Language;
using SystemDesign.GraphQL.Limits;
using SystemDesign.GraphQL.Schema;

namespace SystemDesign.GraphQL;

/// <summary>Ours: parses, validates, limits, executes (section 6.1). Valid documents are kept, so that the first two are done once.</summary>
public sealed class GraphQLExecutor(GraphQLSchema schema, GraphQLOptions? options = null) : IGraphQLExecutor
{
    private readonly GraphQLOptions options = options ?? new();
    private readonly BoundedCache<PreparedDocument> documents = new((options ?? new()).DocumentCacheSize);

    public async Task<GraphQLResult> ExecuteAsync(GraphQLRequest request, IServiceProvider services, CancellationToken cancellationToken)
    {
        try
        {
            return await ExecuteAsync(Prepared(request.Document), request, services, cancellationToken);
        }
        catch (GraphQLErrorException exception)
        {
            return GraphQLResult.Refused(exception.Error);
        }
    }

    private async Task<GraphQLResult> ExecuteAsync(PreparedDocument prepared, GraphQLRequest request, IServiceProvider services, CancellationToken cancellationToken)
    {
        if (prepared.Errors.Count > 0)
        {
            return GraphQLResult.Refused(prepared.Errors);
        }

        var operation = prepared.OperationNamed(request.OperationName);
        if (request.IsReadOnly && operation.Kind == OperationKind.Mutation)
        {
            return GraphQLResult.RefusedMutation(GraphQLError.At("Can only perform a mutation operation from a POST request.", operation.Location));
        }

        var (variables, errors) = VariableCoercion.Coerce(schema, operation.Variables, request.Variables, options.Limits.Errors);
        if (errors.Count > 0)
        {
            return GraphQLResult.Refused(errors);
        }

        OperationLimits.Check(schema, prepared.Fragments, operation, variables, options.Limits);
        return schema.RootOf(operation.Kind) is { } root
            ? await ExecuteAsync(root, operation, prepared.Fragments, variables, services, cancellationToken)
            : GraphQLResult.Executed(null, [GraphQLError.At($"Schema is not configured to execute {operation.Kind.Keyword()} operation.", operation.Location)]);
    }

    private async Task<GraphQLResult> ExecuteAsync(
        ObjectDefinition root,
        Operation operation,
        IReadOnlyDictionary<string, Fragment> fragments,
        IReadOnlyDictionary<string, object?> variables,
        IServiceProvider services,
        CancellationToken cancellationToken)
    {
        var errors = new FieldErrors(options);
        try
        {
            var execution = new OperationExecution(schema, new(schema, fragments, variables), errors, services, cancellationToken);
            return GraphQLResult.Executed(await execution.RunAsync(operation, root), errors.All);
        }
        catch (GraphQLErrorException exception)
        {
            return GraphQLResult.Executed(null, [exception.Error]);
        }
    }

    private PreparedDocument Prepared(string text)
    {
        if (documents.Find(text) is not { } prepared)
        {
            prepared = PreparedDocument.Of(Parser.Parse(text, options.Limits), schema, options.Limits);
            if (prepared.Errors.Count == 0)
            {
                documents.Add(text, prepared, text.Length);
            }
        }

        return prepared;
    }
}
