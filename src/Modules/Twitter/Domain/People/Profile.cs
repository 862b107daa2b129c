using SystemDesign.Kernel.Editing;

namespace SystemDesign.Twitter.Domain.People;

/// <summary>Somebody, as one who looks at them sees them.</summary>
/// <param name="UserName" example="ada_lovelace">Unique, whatever its case.</param>
/// <param name="DisplayName" example="Ada Lovelace">What others see.</param>
/// <param name="Bio" example="Analyst and metaphysician.">What they say of themselves; may be empty.</param>
/// <param name="IsPrivate">Whether only who follows them, which they allow each, sees what they write.</param>
/// <param name="Tweets">How many they wrote, reposts not among them; 0 if those are not for me to see.</param>
/// <param name="Followers">How many follow them.</param>
/// <param name="Following">How many they follow.</param>
/// <param name="JoinedAt">UTC.</param>
/// <param name="Relation">What there is between them and me.</param>
internal sealed record Profile(
    string UserName,
    string DisplayName,
    string Bio,
    bool IsPrivate,
    int Tweets,
    int Followers,
    int Following,
    DateTimeOffset JoinedAt,
    Relation Relation) : IVersioned
{
    string IVersioned.Version => ContentVersion.Of(this);
}
