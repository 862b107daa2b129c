using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using SystemDesign.Platform.Modules;

namespace SystemDesign.Tests.Architecture.Probes.Walls;

internal sealed class HiddenModule : IModule
{
    public string Name => "hidden";

    public string Title => "Hidden";

    public string Summary => "A door that no one asked for.";

    public void AddServices(IServiceCollection services, IConfiguration configuration)
    {
    }

    public void MapRoutes(ModuleRoutes routes)
    {
    }
}
