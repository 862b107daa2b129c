using System.Collections.Concurrent;
using System.Net;
using System.Net.WebSockets;
using System.Reflection;
using Microsoft.Extensions.FileProviders;

namespace SystemDesign.Tests.Load.Servers;

/// <summary>
/// What the web server and the machine cost by themselves: Kestrel with nothing on it. A GET is answered with a
/// constant 302, as a visit is, or if it names a file with its bytes, below <c>/memory</c> from memory; a POST with an empty 201, as a creation that creates nothing; a
/// WebSocket is accepted and left open.
/// </summary>
internal static class Floor
{
    /// <summary>Before the name of a file that is read once.</summary>
    public const string Memory = "/memory";

    public static Task<Server> StartAsync(CancellationToken cancellationToken) => Server.StartAsync(
        Assembly.GetExecutingAssembly().Location, "/", HttpStatusCode.Found, ["floor", "--location", User.Target], cancellationToken);

    /// <param name="files">A folder, whose files are served by the framework's own middleware.</param>
    /// <param name="cancellationToken">Stops the server too.</param>
    public static Task<Server> StartAsync(string files, CancellationToken cancellationToken) => Server.StartAsync(
        Assembly.GetExecutingAssembly().Location, "/", HttpStatusCode.Found, ["floor", "--location", User.Target, "--files", files], cancellationToken);

    public static async Task RunAsync(string[] arguments)
    {
        var builder = WebApplication.CreateSlimBuilder(arguments);
        builder.Logging.ClearProviders();
        var location = builder.Configuration["location"];

        await using var app = builder.Build();
        if (builder.Configuration["files"] is { } files)
        {
            var read = new ConcurrentDictionary<string, byte[]>(StringComparer.Ordinal);
            app.Map(Memory, memory => memory.Run(context => AnswerAsync(context, read.GetOrAdd(context.Request.Path, path => File.ReadAllBytes(Path.Join(files, path))))));
            app.UseStaticFiles(new StaticFileOptions { FileProvider = new PhysicalFileProvider(files), ServeUnknownFileTypes = true });
        }

        app.UseWebSockets();
        app.Run(context => AnswerAsync(context, location));
        await app.RunAsync();
    }

    private static async Task AnswerAsync(HttpContext context, byte[] content)
    {
        context.Response.ContentLength = content.Length;
        await context.Response.Body.WriteAsync(content, context.RequestAborted);
    }

    private static Task AnswerAsync(HttpContext context, string? location)
    {
        if (context.WebSockets.IsWebSocketRequest)
        {
            return KeepAsync(context);
        }

        if (HttpMethods.IsPost(context.Request.Method))
        {
            context.Response.StatusCode = StatusCodes.Status201Created;
            return context.Request.Body.CopyToAsync(Stream.Null, context.RequestAborted);
        }

        context.Response.StatusCode = StatusCodes.Status302Found;
        context.Response.Headers.Location = location;
        return Task.CompletedTask;
    }

    private static async Task KeepAsync(HttpContext context)
    {
        using var socket = await context.WebSockets.AcceptWebSocketAsync();
        try
        {
            while ((await socket.ReceiveAsync(Memory<byte>.Empty, context.RequestAborted)).MessageType is not WebSocketMessageType.Close)
            {
                await socket.ReceiveAsync(new byte[4_096].AsMemory(), context.RequestAborted);
            }
        }
        catch (WebSocketException)
        {
            // It is gone.
        }
    }
}
