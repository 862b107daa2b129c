using SystemDesign.Kernel.Editing;

namespace SystemDesign.Twitter.Domain.Tweets;

/// <summary>A tweet in its thread. What answers it is listed at its <c>/replies</c>.</summary>
/// <param name="Answered">What it answers, what that answers, and so on, the first of the thread first; at most 100, and only those that I may see.</param>
/// <param name="Tweet">The tweet itself.</param>
internal sealed record Thread(IReadOnlyList<ShownTweet> Answered, ShownTweet Tweet) : IVersioned
{
    string IVersioned.Version => ContentVersion.Of(this);
}
