using SystemDesign.Platform.Background;

namespace SystemDesign.UrlShortener.Data;

/// <summary>Wakes the <see cref="EraseDeparted"/>.</summary>
internal sealed class ErasureBell : IDisposable
{
    public Bell Bell { get; } = new();

    public void Dispose() => Bell.Dispose();
}
