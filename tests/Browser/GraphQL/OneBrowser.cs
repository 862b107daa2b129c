using SystemDesign.Tests.Browser.Support;

namespace SystemDesign.Tests.Browser.GraphQL;

/// <summary>All tests of the explorer share a browser and a server; each has a window of its own.</summary>
[CollectionDefinition(Name)]
public sealed class OneBrowser : ICollectionFixture<Chromium>, ICollectionFixture<LibraryServer>
{
    public const string Name = "GraphQL explorer";
}
