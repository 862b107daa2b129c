namespace SystemDesign.Tests.Integration.Twitter;

/// <summary>Somebody who reads, and what there is between them and the author.</summary>
/// <param name="Relation">In words, for who reads a failure.</param>
/// <param name="World">Whose author it is.</param>
/// <param name="Viewer">Who reads.</param>
/// <param name="MaySee">Whether they may see what the author writes at all.</param>
/// <param name="IsFollowing">Whether they follow the author, and so have it in their feed.</param>
/// <param name="IsMuting">Whether they do not want it there.</param>
/// <param name="IsBlocked">Whether it is a block alone that keeps from them what everybody else may see.</param>
internal sealed record PrivacyCase(
    string Relation, PrivacyWorld World, TwitterPerson Viewer, bool MaySee, bool IsFollowing = false, bool IsMuting = false, bool IsBlocked = false)
{
    public bool IsAuthor => Viewer == World.Author;
}
