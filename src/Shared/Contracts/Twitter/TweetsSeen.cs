using SystemDesign.Kernel.Events;

namespace SystemDesign.Contracts.Twitter;

/// <summary>Tweets were shown. They are by the ten thousand per second, so one event speaks for all of a moment.</summary>
/// <param name="BatchId">Unique; UUIDv7. Those impressions are in no other event.</param>
/// <param name="SeenAt">When the moment ended; UTC.</param>
/// <param name="Tweets">How many tweets.</param>
/// <param name="Impressions">How often, all of them together.</param>
[EventName("twitter.tweets-seen.v1")]
public sealed record TweetsSeen(Guid BatchId, DateTimeOffset SeenAt, int Tweets, long Impressions) : IEvent;
