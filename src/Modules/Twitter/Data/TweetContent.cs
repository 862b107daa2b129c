using SystemDesign.Twitter.Domain.Tweets;

namespace SystemDesign.Twitter.Data;

/// <summary>What a tweet has beside its row, which changes with its author or those whom it names, and hardly ever.</summary>
/// <param name="Media">The files that it shows, in the author's order.</param>
/// <param name="Mentions">The user names of whom it names.</param>
internal sealed record TweetContent(IReadOnlyList<ShownAttachment> Media, IReadOnlyList<string> Mentions);
