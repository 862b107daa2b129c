using System.Diagnostics;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using SystemDesign.GraphQL;
using SystemDesign.GraphQL.Http;
using SystemDesign.GraphQL.Schema;
using SystemDesign.Platform.Errors;
using SystemDesign.Platform.RateLimiting;
using SystemDesign.Twitter.Domain;

namespace SystemDesign.Twitter.Presentation.Graph;

/// <summary>All of it at one address, of which a client asks for what it shows and nothing else (TW-7).</summary>
internal static class TwitterGraph
{
    private const string Description =
        """
        GraphQL (October 2021) over HTTP: `{"query": "{ feed(first: 20) { items { tweet { text author { userName } } } next } }", "variables": {}, "operationName": null}` as
        `application/json`, or the same as parameters of a GET, which is for queries only. `GET ?sdl` answers the schema. The answer is
        `application/graphql-response+json`, whose status tells the outcome, or `application/json` if that is asked for.

        A field that fails is null, and `errors` has its problem: `extensions` has the `code` that a route would answer, and `field`. Fields may be nested, and pages be long, up to
        limits (`too-deep`, `too-costly`) that are checked before anything is read. A document counts as one request, whatever is in it.

        A document can be sent once, and then be named by its SHA-256: `{"extensions": {"persistedQuery": {"version": 1, "sha256Hash": "..."}}}`. When it is told
        `PERSISTED_QUERY_NOT_FOUND`, a client sends both again.
        """;

    private static readonly ActivitySource Spans = new(typeof(TwitterGraph).Assembly.GetName().Name!);

    public static GraphQLSchema Schema { get; } = GraphQLSchema.Build(Declare);

    public static void Map(RouteGroupBuilder api)
    {
        var services = ((IEndpointRouteBuilder)api).ServiceProvider;
        api.MapGraphQL("/graphql", Schema, OptionsFrom(services))
            .LimitPerUser("twitter.graphql", perMinute: 600)
            .AddEndpointFilter(ObserveAsync)
            .WithSummary("Tweets, people and feeds by GraphQL (TW-7).")
            .WithDescription(Description)
            .ProducesProblem(StatusCodes.Status401Unauthorized);
    }

    private static async ValueTask<object?> ObserveAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        using var span = Spans.StartActivity("AnswerDocument");
        return await next(context);
    }

    private static GraphQLOptions OptionsFrom(IServiceProvider services)
    {
        var limits = services.GetRequiredService<TwitterOptions>().GraphQL;
        var log = new GraphLog(services.GetRequiredService<ILogger<GraphLog>>());
        return new()
        {
            Limits = new() { Depth = limits.Depth, Cost = limits.Cost },
            Describe = new GraphProblems(services.GetRequiredService<IProblems>()).Describe,
            Report = log.Failed,
        };
    }

    private static void Declare(SchemaBuilder schema)
    {
        schema.Describe("Tweets, people and feeds, as whoever is signed in sees them.");
        var types = new GraphTypes(schema);
        var newTweet = Inputs.DeclareNewTweet(schema);
        var changes = Inputs.DeclareChanges(schema);
        PersonFields.Declare(types);
        TweetFields.Declare(types);
        PageFields.Declare(types);
        QueryFields.Declare(schema.Query(), types);
        MutationFields.Declare(schema.Mutation(), types, newTweet, changes);
    }
}
