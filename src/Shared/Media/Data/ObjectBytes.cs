using SystemDesign.Media.Domain.Objects;
using SystemDesign.Platform.Storage;

namespace SystemDesign.Media.Data;

internal sealed class ObjectBytes(IObjectStore store) : IObjectBytes
{
    public async Task<bool> HasAsync(string objectName, CancellationToken cancellationToken) => await store.FindAsync(objectName, cancellationToken) is not null;

    public Task PutAsync(string objectName, Stream content, long bytes, CancellationToken cancellationToken) =>
        store.PutAsync(objectName, content, bytes, cancellationToken);
}
