namespace SystemDesign.Tests.Integration.Twitter;

/// <summary>Somebody whom Twitter knows, and the client that they are signed in with.</summary>
internal sealed record TwitterPerson(Guid Id, string Name, HttpClient Client) : IDisposable
{
    public void Dispose() => Client.Dispose();
}
