using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using SystemDesign.Platform.Modules;

namespace SystemDesign.Tests.Architecture.Probes.Walls;

public sealed class AnotherModule : IModule
{
    public string Name => "another";

    public string Title => "Another";

    public string Summary => "A door that no one asked for.";

    public void AddServices(IServiceCollection services, IConfiguration configuration)
    {
    }

    public void MapRoutes(ModuleRoutes routes)
    {
    }
}
