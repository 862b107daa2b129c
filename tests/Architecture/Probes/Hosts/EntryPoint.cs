using SystemDesign.Platform.Modules;
using SystemDesign.UrlShortener;
using SystemDesign.Users;

namespace SystemDesign.Tests.Architecture.Probes.Hosts;

internal sealed class EntryPoint
{
    private static readonly IModule Users = new UsersModule();

    public static Func<T, Task<IModule[]>> Compose<T>() => async _ =>
    {
        await Task.Yield();
        return [Users, new UrlShortenerModule()];
    };
}
