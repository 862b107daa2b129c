using System.Globalization;
using Microsoft.Extensions.DependencyInjection;
using SystemDesign.Platform.Documents;
using SystemDesign.Tests.Integration.Support;

namespace SystemDesign.Tests.Integration.Documents.Probe;

/// <summary>The application with one more store of documents.</summary>
internal sealed class SheetApp : IAsyncDisposable
{
    public const string StoreName = "test_sheets";

    private readonly HostData? ownData;

    /// <param name="shards">How many.</param>
    /// <param name="data">Of another application's, if it is to go on with that.</param>
    /// <param name="settings">As on a command line.</param>
    public SheetApp(int shards = 1, HostData? data = null, params (string Key, string Value)[] settings)
    {
        ownData = data is null ? new() : null;
        Data = data ?? ownData!;
        App = new(new AppSetup
        {
            Data = Data,
            Services = services => services.AddDocumentStore<Sheet>(StoreName),
            Settings = [($"Documents:{StoreName}:Shards", shards.ToString(CultureInfo.InvariantCulture)), .. settings],
        });
    }

    public App App { get; }

    public HostData Data { get; }

    public DocumentStore<Sheet> Store => App.Services.GetRequiredService<DocumentStore<Sheet>>();

    public ShardInside Inside(int shard) => new(Data, shard);

    /// <summary>Documents with new ids, at their places.</summary>
    public IReadOnlyList<(DocumentAddress Address, Sheet Sheet)> New(int count) =>
        [.. Enumerable.Range(0, count).Select(number => (Store.Place(Guid.CreateVersion7()), new Sheet($"sheet {number}", number)))];

    public async Task<DocumentAddress> PutAsync(Sheet sheet)
    {
        var address = Store.Place(Guid.CreateVersion7());
        await Store.PutAsync(address, sheet, CancellationToken.None);
        return address;
    }

    public async ValueTask DisposeAsync()
    {
        await App.DisposeAsync();
        if (ownData is not null)
        {
            await ownData.DisposeAsync();
        }
    }
}
