using SystemDesign.Kernel.Errors;

namespace SystemDesign.Kernel.Media;

/// <summary>
/// References to files as clients carry them from Media to whichever module is to use the file. They are signed, so that a module
/// believes them without waiting for Media, and tells Media by an event that it uses the file.
/// </summary>
public interface IMediaReferences
{
    /// <returns>Letters, digits, hyphens and underscores.</returns>
    string Sign(MediaReference reference);

    /// <param name="text">As the client sent it.</param>
    /// <param name="ownerId">Whose file it must be: who sends it.</param>
    /// <param name="field">The client's name of the field that it came in.</param>
    /// <exception cref="InvalidException">
    /// <c>media.reference-refused</c>: it is none of ours, or another user's. <c>media.reference-expired</c>: read the file again, and send the
    /// reference that is there now.
    /// </exception>
    MediaReference Verify(string text, Guid ownerId, string field);
}
