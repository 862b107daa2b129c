using SystemDesign.Tests.Architecture.Code;

namespace SystemDesign.Tests.Architecture;

public sealed class HostModuleTests
{
    [Fact]
    public void The_hosts_list_names_every_module_that_is_built_with_it()
    {
        var built =
            from file in Directory.EnumerateFiles(AppContext.BaseDirectory, "SystemDesign.*.dll")
            let assembly = Path.GetFileNameWithoutExtension(file)
            where assembly != typeof(HostModuleTests).Assembly.GetName().Name
            where Assemblies.Read(assembly).MainModule.GetTypes().Any(HostModules.IsModule)
            select assembly;

        Assert.NotEmpty(HostModules.Names);
        Assert.Equal(built.Order(StringComparer.Ordinal), HostModules.Names.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void A_module_is_found_wherever_the_entry_point_creates_it()
    {
        var entry = CodeUnit.OfProbe("Hosts").Types.Single();
        var created = HostModules.CreatedBy(entry).Select(module => module.Name);

        Assert.Equal(["UrlShortenerModule", "UsersModule"], created.Order(StringComparer.Ordinal));
    }
}
