using SystemDesign.Platform.Persistence;

namespace SystemDesign.Tests.Unit.Platform;

public sealed class DataFolderTests : IDisposable
{
    private readonly DirectoryInfo root = Directory.CreateTempSubdirectory("system-design-");

    [Fact]
    public void From_source_the_default_is_beside_the_solution()
    {
        var project = Directory.CreateDirectory(Path.Combine(root.FullName, "src", "Host"));
        File.WriteAllText(Path.Combine(project.FullName, "SystemDesign.Host.csproj"), string.Empty);

        Assert.Equal(Path.Combine(root.FullName, "data"), DataFolder.Locate(null, project.FullName));
    }

    [Fact]
    public void Published_the_default_is_below_the_content_root() =>
        Assert.Equal(Path.Combine(root.FullName, "data"), DataFolder.Locate(null, root.FullName));

    [Fact]
    public void An_absolute_path_is_taken_as_it_is() => Assert.Equal(root.FullName, DataFolder.Locate(root.FullName, "/elsewhere"));

    [Fact]
    public void Published_a_relative_path_is_taken_from_the_current_folder() =>
        Assert.Equal(Path.Combine(Environment.CurrentDirectory, "here"), DataFolder.Locate("here", root.FullName));

    public void Dispose() => root.Delete(recursive: true);
}
