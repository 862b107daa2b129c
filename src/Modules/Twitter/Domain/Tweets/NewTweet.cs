using SystemDesign.Kernel.Media;
using SystemDesign.Twitter.Domain.People;

namespace SystemDesign.Twitter.Domain.Tweets;

/// <summary>A tweet that is about to be.</summary>
/// <param name="Id">UUIDv7.</param>
/// <param name="Author">See <see cref="Person.Number"/>.</param>
/// <param name="Text">See <see cref="TweetText"/>; normalized.</param>
/// <param name="CreatedAt">UTC.</param>
/// <param name="Answered">What it answers.</param>
/// <param name="Quoted">What it quotes.</param>
/// <param name="Mentioned">Whom it names.</param>
/// <param name="Tags">What it is about.</param>
/// <param name="Media">What it shows.</param>
internal sealed record NewTweet(
    Guid Id,
    int Author,
    string Text,
    DateTimeOffset CreatedAt,
    Tweet? Answered,
    Tweet? Quoted,
    IReadOnlyList<Person> Mentioned,
    IReadOnlyList<string> Tags,
    IReadOnlyList<MediaReference> Media);
