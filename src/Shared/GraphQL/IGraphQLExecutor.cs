namespace SystemDesign.GraphQL;

/// <summary>Executes documents against a schema. What serves HTTP knows no more than this, so that a library could take its place.</summary>
public interface IGraphQLExecutor
{
    /// <summary>Resolvers open their scopes in the services that are given.</summary>
    /// <exception cref="OperationCanceledException">It was cancelled; anything else that goes wrong is in the result.</exception>
    Task<GraphQLResult> ExecuteAsync(GraphQLRequest request, IServiceProvider services, CancellationToken cancellationToken);
}
