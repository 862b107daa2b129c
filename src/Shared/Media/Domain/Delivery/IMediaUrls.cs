namespace SystemDesign.Media.Domain.Delivery;

/// <summary>Where the bytes of files are read. Needs a request: without <c>Cdn:BaseUrl</c>, addresses begin with the one that the client used.</summary>
internal interface IMediaUrls
{
    /// <param name="objectName">The name of a <see cref="Objects.MediaObject"/>.</param>
    /// <param name="isPublic">Whether the file is open to all: then its address is good for as long as the object is, else signed and for a while.</param>
    MediaUrl Of(string objectName, bool isPublic);
}
