using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using SystemDesign.Platform.Design;

namespace SystemDesign.Platform.Modules;

/// <summary>
/// One case study, or one service that several of them draw. It is the only public type of its assembly and the
/// only one that sees all three layers.
/// </summary>
public interface IModule
{
    /// <summary>Kebab case: the segment after <c>/api/</c>, and the name of the Swagger document.</summary>
    string Name { get; }

    /// <summary>For people: the heading of the Swagger document.</summary>
    string Title { get; }

    /// <summary>One sentence on what the module does; Markdown, shown by Swagger.</summary>
    string Summary { get; }

    /// <summary>What a case states of itself, and is held to. A shared service has none: it is a box in the cases' drawings.</summary>
    CaseDesign? Design => null;

    /// <summary>
    /// What is drawn behind the queue of every case: boxes and arrows of a service that subscribes to all events, which no case names. An
    /// arrow from <see cref="SharedBoxes.Queue"/> comes from the case's own.
    /// </summary>
    Drawing? BehindEveryQueue => null;

    /// <summary>Whether the host is to have this module at all.</summary>
    bool IsWanted(IConfiguration configuration) => true;

    /// <summary>
    /// Registers the adapters, the database and the options. Handlers and validators need no line here: they are found.
    /// </summary>
    void AddServices(IServiceCollection services, IConfiguration configuration);

    void MapRoutes(ModuleRoutes routes);
}
