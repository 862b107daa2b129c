using SystemDesign.Twitter.Data.Rows;
using SystemDesign.Twitter.Domain.Tweets;

namespace SystemDesign.Twitter.Data.Seeding;

/// <summary>A tweet with everything that it has, and what others did with it.</summary>
internal sealed record SeededTweet(
    Tweet Tweet, IReadOnlyList<Entry> Entries, IReadOnlyList<Mention> Mentions, IReadOnlyList<TagUse> Tags, IReadOnlyList<Like> Likes);
