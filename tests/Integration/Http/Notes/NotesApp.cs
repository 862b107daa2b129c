using System.Text;
using SystemDesign.Tests.Integration.Support;

namespace SystemDesign.Tests.Integration.Http.Notes;

/// <summary>The application with the notes in it.</summary>
public sealed class NotesApp : IDisposable
{
    private readonly App app = new(new AppSetup { FurtherModules = [new NotesModule()] });

    /// <summary>A client that sends any text in a header, as others than ours might.</summary>
    internal HttpClient Client()
    {
        using var usual = app.Anonymous();
        return new(new SocketsHttpHandler { RequestHeaderEncodingSelector = (_, _) => Encoding.UTF8 }) { BaseAddress = usual.BaseAddress };
    }

    public void Dispose() => app.Dispose();
}
