namespace SystemDesign.Media.Domain.Objects;

/// <summary>The bytes of objects.</summary>
internal interface IObjectBytes
{
    Task<bool> HasAsync(string objectName, CancellationToken cancellationToken);

    /// <param name="objectName">The name of a <see cref="MediaObject"/> that is held: nobody deletes it meanwhile.</param>
    /// <param name="content">Is read to its end.</param>
    /// <param name="bytes">How many there are.</param>
    /// <param name="cancellationToken">Gives up; nothing is kept.</param>
    Task PutAsync(string objectName, Stream content, long bytes, CancellationToken cancellationToken);
}
