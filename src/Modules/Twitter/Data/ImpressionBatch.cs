using SystemDesign.Contracts.Twitter;

namespace SystemDesign.Twitter.Data;

/// <summary>Impressions that are written together, as often as it takes, and counted once.</summary>
/// <param name="Id">UUIDv7. The same however often it is sent.</param>
/// <param name="TakenAt">UTC.</param>
/// <param name="Seen">How often each tweet was; nobody counts them up any more.</param>
internal sealed record ImpressionBatch(Guid Id, DateTimeOffset TakenAt, IReadOnlyDictionary<Guid, long> Seen)
{
    public TweetsSeen Event => new(Id, TakenAt, Seen.Count, Seen.Values.Sum());
}
