using SystemDesign.Platform.Storage;

namespace SystemDesign.Tests.Integration.Storage.Stores;

/// <summary>An object store with nothing in it.</summary>
internal abstract class StoreUnderTest : IAsyncDisposable
{
    public abstract IStorage Store { get; }

    public static async Task<StoreUnderTest> StartAsync(StoreKind kind)
    {
        StoreUnderTest store = kind is StoreKind.Files ? new FilesUnderTest() : await S3UnderTest.StartAsync();
        await store.Store.PrepareAsync(default);
        return store;
    }

    /// <summary>The same objects, as another instance has them.</summary>
    public abstract IStorage OtherInstance();

    /// <summary>As long as a restore takes.</summary>
    public abstract void LetRestoresEnd();

    public abstract ValueTask DisposeAsync();
}
