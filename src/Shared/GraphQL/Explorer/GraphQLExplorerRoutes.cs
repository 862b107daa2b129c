using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace SystemDesign.GraphQL.Explorer;

public static class GraphQLExplorerRoutes
{
    /// <summary>
    /// Serves a page on which people write queries, run them and browse the schema. It asks nothing of other origins, and says in its own
    /// <c>Content-Security-Policy</c> that it may not. It knows no secrets: where routes are for signed-in users, let these be
    /// anonymous. Opened for the first time, it makes some 20 requests.
    /// </summary>
    /// <param name="endpoints">Where the routes are added.</param>
    /// <param name="pattern">The route of the page. Its files are below it.</param>
    /// <param name="endpoint">The path that <c>MapGraphQL</c> serves, from the root of the application: <c>/api/twitter/graphql</c>.</param>
    /// <param name="options">A title, and examples.</param>
    /// <exception cref="ArgumentException">The endpoint is no such path, or an example's variables are no JSON object.</exception>
    public static IEndpointConventionBuilder MapGraphQLExplorer(
        this IEndpointRouteBuilder endpoints, string pattern, string endpoint, GraphQLExplorerOptions? options = null)
    {
        var page = new ExplorerPage(endpoint, options ?? new());
        var routes = endpoints.MapGroup(pattern);
        routes.MapGet(string.Empty, page.WriteAsync);
        foreach (var file in ExplorerFile.All)
        {
            routes.MapGet(file.Route, file.WriteAsync);
        }

        return routes.ExcludeFromDescription();
    }
}
