using System.Net;
using System.Reflection;

namespace SystemDesign.Tests.Load.Servers;

/// <summary>
/// What the web server and the machine cost by themselves: Kestrel with nothing on it. A GET is answered with a
/// constant 302, as a visit is; a POST with an empty 201, as a creation that creates nothing.
/// </summary>
internal static class Floor
{
    public static Task<Server> StartAsync(CancellationToken cancellationToken) => Server.StartAsync(
        Assembly.GetExecutingAssembly().Location, "/", HttpStatusCode.Found, ["floor", "--location", User.Target], cancellationToken);

    public static async Task RunAsync(string[] arguments)
    {
        var builder = WebApplication.CreateSlimBuilder(arguments);
        builder.Logging.ClearProviders();
        var location = builder.Configuration["location"];

        await using var app = builder.Build();
        app.Run(context => AnswerAsync(context, location));
        await app.RunAsync();
    }

    private static Task AnswerAsync(HttpContext context, string? location)
    {
        if (HttpMethods.IsPost(context.Request.Method))
        {
            context.Response.StatusCode = StatusCodes.Status201Created;
            return context.Request.Body.CopyToAsync(Stream.Null, context.RequestAborted);
        }

        context.Response.StatusCode = StatusCodes.Status302Found;
        context.Response.Headers.Location = location;
        return Task.CompletedTask;
    }
}
