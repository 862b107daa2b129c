using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using SystemDesign.Platform.Http;

namespace SystemDesign.Platform.Startup;

/// <summary>Tells whoever started the process where to look.</summary>
internal sealed partial class Greeting(IServer server, IHostApplicationLifetime lifetime, ILogger<Greeting> logger) : IHostedService
{
    public Task StartAsync(CancellationToken cancellationToken)
    {
        lifetime.ApplicationStarted.Register(Say);
        return Task.CompletedTask;
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    private void Say()
    {
        if (server.Features.Get<IServerAddressesFeature>()?.Addresses.FirstOrDefault() is { } address)
        {
            var swagger = $"{ListeningAddress.ToOpen(address)}{SwaggerDocuments.Path}";
            LogReady(swagger);
        }
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "Ready. Swagger: {Address}")]
    private partial void LogReady(string address);
}
