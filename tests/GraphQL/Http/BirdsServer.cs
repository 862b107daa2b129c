using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Logging;
using SystemDesign.GraphQL.Http;
using SystemDesign.Tests.GraphQL.Support;

namespace SystemDesign.Tests.GraphQL.Http;

/// <summary>The small Twitter on a free port.</summary>
internal sealed class BirdsServer : IAsyncDisposable
{
    private readonly WebApplication app;

    public BirdsServer(GraphQLHttpOptions options)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        app = builder.Build();
        app.Urls.Add("http://127.0.0.1:0");
        app.MapGraphQL("/graphql", Birds.Schema, http: options);
    }

    public HttpClient Client { get; } = new();

    public async Task StartAsync()
    {
        await app.StartAsync();
        Client.BaseAddress = new(app.Urls.Single());
    }

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        await app.DisposeAsync();
    }
}
