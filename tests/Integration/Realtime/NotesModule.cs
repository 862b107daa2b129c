using FluentValidation;
using MediatR;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using SystemDesign.Kernel.Realtime;
using SystemDesign.Platform.Modules;
using SystemDesign.Platform.Realtime;
using SystemDesign.Tests.Integration.Support;

namespace SystemDesign.Tests.Integration.Realtime;

/// <summary>A module with one channel, and what it writes in it.</summary>
internal sealed class NotesModule(Notes notes) : IModule
{
    public const string Channel = "notes";

    public string Name => "notes";

    public string Title => "Notes";

    public string Summary => "A channel.";

    /// <summary>It polls when a test says so.</summary>
    public static App NewApp(Notes notes, HostData? data = null, params IReadOnlyList<(string Key, string Value)> settings)
    {
        var module = new NotesModule(notes);
        return new(new AppSetup { Data = data, FurtherModules = [module], Services = services => module.AddServices(services.WithoutWorker<RealtimePoll>(), null!), Settings = settings });
    }

    /// <summary>Writes a note, and sends it to the devices that are connected.</summary>
    public static Task WriteAsync(App app, Notes notes, Guid userId, string text) => SendAsync(app, userId, notes.Add(userId, text));

    public static Task SendAsync(App app, Guid userId, Frame frame) => app.Services.GetRequiredService<IConnections>().SendAsync(Channel, userId, frame);

    public void AddServices(IServiceCollection services, IConfiguration configuration)
    {
        services.AddSingleton(notes);
        services.AddRealtimeChannel<PastNotes>(Channel);
        services.AddTransient<IRequestHandler<Shout, Shout.Echo>, Shout.Handler>();
        services.AddSingleton<IValidator<Shout>, Shout.Validator>();
    }

    public void MapRoutes(ModuleRoutes routes)
    {
        routes.Api.MapWebSocket("/ws", Channel, frames => frames.Take<Shout, Shout.Echo>("shout"))
            .WithSummary("Notes as they are written.")
            .WithDescription("`note`: `{\"text\": ...}`.");
        routes.Api.MapEventStream("/stream", Channel).WithSummary("Notes as they are written, to read only.");
    }
}
