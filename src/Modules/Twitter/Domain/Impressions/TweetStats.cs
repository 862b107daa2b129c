namespace SystemDesign.Twitter.Domain.Impressions;

/// <summary>What became of a tweet.</summary>
/// <param name="Impressions" example="1200">How often it was shown to somebody else: in a feed, a thread, a profile, a search, or below a tweet that quotes it.</param>
/// <param name="Likes" example="40">How many like it.</param>
/// <param name="Reposts" example="5">How many reposted it.</param>
/// <param name="Replies" example="12">How many tweets answer it that I may see.</param>
/// <param name="Quotes" example="3">How many tweets quote it that I may see.</param>
/// <param name="EngagementRate" example="0.05">Likes, reposts, replies and quotes for each impression; null: nobody has seen it.</param>
internal sealed record TweetStats(long Impressions, int Likes, int Reposts, int Replies, int Quotes, double? EngagementRate);
