using SystemDesign.Kernel.Errors;
using SystemDesign.Twitter.Domain.Tweets;

namespace SystemDesign.Twitter.Domain.Engagement;

/// <summary>Likes and reposts. Each adds to this unit of work, which fails if the tweet is deleted meanwhile; twice is as once.</summary>
internal interface IEngagement
{
    void Like(Tweet tweet, int person, DateTimeOffset now);

    void Unlike(Guid tweetId, int person);

    /// <exception cref="ConflictException">
    /// <c>twitter.own-tweet</c>: who follows the author has it already. <c>twitter.tweet-private</c>: it is for the author's followers alone.
    /// </exception>
    void Repost(Tweet tweet, int person, DateTimeOffset now);

    void UndoRepost(Guid tweetId, int person);
}
