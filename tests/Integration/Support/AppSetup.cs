using Microsoft.Extensions.DependencyInjection;
using SystemDesign.Platform.Modules;

namespace SystemDesign.Tests.Integration.Support;

/// <summary>What is unlike the usual in an application under test.</summary>
internal sealed record AppSetup
{
    /// <summary>Data of another application's, which outlives it; nothing: of its own.</summary>
    public HostData? Data { get; init; }

    /// <summary>Added last, so that it replaces what the host registers.</summary>
    public Action<IServiceCollection>? Services { get; init; }

    /// <summary>Modules of the test's own, of which only the routes are used: for what the platform does for any.</summary>
    public IReadOnlyList<IModule> FurtherModules { get; init; } = [];

    public IReadOnlyList<(string Key, string Value)> Settings { get; init; } = [];
}
