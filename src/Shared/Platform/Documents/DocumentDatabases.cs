using SystemDesign.Platform.Persistence;
using SystemDesign.Platform.Startup;

namespace SystemDesign.Platform.Documents;

/// <summary>Prepares the shards of every store, with the modules' databases.</summary>
internal sealed class DocumentDatabases(IEnumerable<DocumentShards> stores, DocumentOptions options) : IFurtherDatabases
{
    public async Task PrepareAsync(CancellationToken cancellationToken)
    {
        if (options.Keys.FirstOrDefault(key => !stores.Any(store => store.Store.Equals(key, StringComparison.OrdinalIgnoreCase))) is { } unknown)
        {
            var known = string.Join(", ", stores.Select(store => store.Store));
            throw new StartRefusedException($"{DocumentOptions.Section}:{unknown} is no store of documents: the stores are {(known.Length > 0 ? known : "none")}.");
        }

        foreach (var store in stores)
        {
            await store.PrepareAsync(cancellationToken);
        }
    }
}
