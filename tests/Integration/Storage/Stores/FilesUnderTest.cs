using SystemDesign.Platform.Storage;
using SystemDesign.Platform.Storage.Files;
using SystemDesign.Tests.Integration.Support;

namespace SystemDesign.Tests.Integration.Storage.Stores;

internal sealed class FilesUnderTest : StoreUnderTest
{
    private readonly TemporaryFolder folder = new();
    private readonly ManualClock clock = new();
    private readonly StorageOptions options = new();

    public FilesUnderTest() => Store = OtherInstance();

    public override IStorage Store { get; }

    public override IStorage OtherInstance() => new FileObjects(new FilePlaces(folder.FullPath), new Disk(), options, clock);

    public override void LetRestoresEnd() => clock.Advance(options.Restore);

    public override ValueTask DisposeAsync()
    {
        folder.Dispose();
        return ValueTask.CompletedTask;
    }
}
