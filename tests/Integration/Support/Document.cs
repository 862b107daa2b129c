namespace SystemDesign.Tests.Integration.Support;

/// <summary>What is written for people and read by tests, so that it stays true.</summary>
internal static class Document
{
    /// <param name="name">Such as <c>running.md</c>.</param>
    public static string Read(string name) => File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "docs", name));
}
