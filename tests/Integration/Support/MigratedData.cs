using System.Reflection;
using Microsoft.AspNetCore.Builder;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using SystemDesign.Platform;
using SystemDesign.Platform.Modules;
using SystemDesign.Platform.Persistence;

namespace SystemDesign.Tests.Integration.Support;

/// <summary>
/// The tables of every module, which the migrations make once in a run: to copy them takes a fraction of that. They are empty: what a start
/// puts in depends on its settings and its clock.
/// </summary>
internal static class MigratedData
{
    private static readonly Lazy<HostData> Original = new(() => Task.Run(MigrateAsync).GetAwaiter().GetResult());

    public static HostData Copy() => Original.Value.Copy();

    private static async Task<HostData> MigrateAsync()
    {
        var data = new HostData();
        AppDomain.CurrentDomain.ProcessExit += (_, _) => data.DisposeAsync().AsTask().GetAwaiter().GetResult();

        await using var app = WebApplication.CreateBuilder(data.Arguments).AddPlatform(ModulesOfHost()).Build();
        await using var claim = await app.Services.GetRequiredService<IDatabase>().ClaimAsync(CancellationToken.None);
        foreach (var module in app.Services.GetServices<ModuleDatabase>())
        {
            await using var owner = module.OpenOwner(app.Services);
            await owner.Database.MigrateAsync();
        }

        return data;
    }

    private static IModule[] ModulesOfHost() =>
    [
        .. typeof(Program).Assembly.GetReferencedAssemblies()
            .Select(Assembly.Load)
            .SelectMany(assembly => assembly.GetExportedTypes())
            .Where(type => type.IsClass && type.IsAssignableTo(typeof(IModule)))
            .Select(type => (IModule)Activator.CreateInstance(type)!),
    ];
}
