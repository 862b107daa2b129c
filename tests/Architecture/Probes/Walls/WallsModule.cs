using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using SystemDesign.Platform.Modules;

namespace SystemDesign.Tests.Architecture.Probes.Walls;

public class WallsModule : IModule
{
    public string Name => "walls";

    public string Title => "Walls";

    public string Summary => "A module's class that is open.";

    public void AddServices(IServiceCollection services, IConfiguration configuration)
    {
    }

    public void MapRoutes(ModuleRoutes routes)
    {
    }
}
