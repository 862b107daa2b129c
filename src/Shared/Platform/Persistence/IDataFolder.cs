namespace SystemDesign.Platform.Persistence;

/// <summary>The folder of the application's files (<c>Data:Path</c>), for modules that keep some there.</summary>
public interface IDataFolder
{
    /// <returns>The full path of a file or folder of this name in it; it need not exist.</returns>
    string File(string name);
}
