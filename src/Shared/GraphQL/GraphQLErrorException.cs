namespace SystemDesign.GraphQL;

/// <summary>Ends what is being done with an error that the client is told as it is.</summary>
public sealed class GraphQLErrorException(GraphQLError error) : Exception(error.Message)
{
    public GraphQLError Error { get; } = error;
}
