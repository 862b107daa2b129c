using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using SystemDesign.GraphQL.Schema;

namespace SystemDesign.GraphQL.Http;

public static class GraphQLRoutes
{
    /// <summary>Serves a schema by GET and POST, as the draft "GraphQL over HTTP" says. <c>GET ?sdl</c> answers the schema as text.</summary>
    public static RouteHandlerBuilder MapGraphQL(
        this IEndpointRouteBuilder endpoints, string pattern, GraphQLSchema schema, GraphQLOptions? options = null, GraphQLHttpOptions? http = null) =>
        endpoints.MapGraphQL(pattern, schema, new GraphQLExecutor(schema, options), http);

    /// <summary>The same, with an executor of whatever make.</summary>
    public static RouteHandlerBuilder MapGraphQL(
        this IEndpointRouteBuilder endpoints, string pattern, GraphQLSchema schema, IGraphQLExecutor executor, GraphQLHttpOptions? http = null)
    {
        var endpoint = new GraphQLEndpoint(executor, schema.Print(), http ?? new());

        // As a handler, and not as the request delegate that it could be too: so it stands in the documents of whoever maps it.
        return endpoints.MapMethods(pattern, [HttpMethods.Get, HttpMethods.Post], (Delegate)endpoint.HandleAsync);
    }
}
