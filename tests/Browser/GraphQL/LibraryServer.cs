using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using SystemDesign.GraphQL.Explorer;
using SystemDesign.GraphQL.Http;

namespace SystemDesign.Tests.Browser.GraphQL;

/// <summary>The library on a free port, behind a proxy that puts a path before its own. One of its endpoints is for those with a token.</summary>
public sealed class LibraryServer : IAsyncLifetime
{
    public const string Token = "open-sesame";

    private const string Prefix = "/library";

    private static readonly GraphQLExplorerOptions Options = new()
    {
        Title = "Library",
        Examples =
        [
            new(
                "A book",
                """
                # One book, by its ID.
                query Book($id: ID!) {
                  book(id: $id) {
                    title
                    author {
                      name
                    }
                  }
                }
                """,
                """
                {
                  "id": "1"
                }
                """),
            new(
                "Read, then donate",
                """
                query Titles {
                  books(first: 2) {
                    title
                  }
                }

                mutation Donate {
                  donate(title: "Gödel, Escher, Bach") {
                    id
                    title
                  }
                }
                """),
            new("</script>", Library.Script),
        ],
    };

    private WebApplication? app;

    public string Origin { get; private set; } = string.Empty;

    public string Page => $"{Origin}{Prefix}/explorer";

    public string SignedInPage => $"{Origin}{Prefix}/members/explorer";

    public Task InitializeAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        app = builder.Build();
        app.Urls.Add("http://127.0.0.1:0");
        app.UsePathBase(Prefix);
        app.UseRouting();
        app.MapGraphQL("/graphql", Library.Schema);
        app.MapGraphQLExplorer("/explorer", "/graphql", Options);
        app.MapGraphQL("/members/graphql", Library.Schema).AddEndpointFilter(RefuseWithoutTokenAsync);
        app.MapGraphQLExplorer("/members/explorer", "/members/graphql");
        return StartAsync(app);
    }

    public async Task DisposeAsync() => await app!.DisposeAsync();

    private async Task StartAsync(WebApplication started)
    {
        await started.StartAsync();
        Origin = started.Urls.Single();
    }

    private static async ValueTask<object?> RefuseWithoutTokenAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next) =>
        context.HttpContext.Request.Headers.Authorization == $"Bearer {Token}" ? await next(context) : TypedResults.Unauthorized();
}
