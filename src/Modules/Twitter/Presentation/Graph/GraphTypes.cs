using System.Globalization;
using SystemDesign.GraphQL.Schema;
using SystemDesign.Kernel.Paging;
using SystemDesign.Twitter.Domain.People;
using SystemDesign.Twitter.Domain.Tweets;

namespace SystemDesign.Twitter.Presentation.Graph;

/// <summary>The types of the schema, which name each other: declared here, and given their fields each in its own file.</summary>
internal sealed class GraphTypes(SchemaBuilder schema)
{
    /// <summary>As REST writes them.</summary>
    private const string InstantFormat = "yyyy-MM-dd'T'HH:mm:ss.ffffff'Z'";

    public GraphQLType<DateTimeOffset> Instant { get; } = schema.Scalar(
        "DateTime",
        "An instant in UTC.",
        text => DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, out var read) ? read : throw new FormatException($"DateTime cannot represent value: {text}"),
        value => value.UtcDateTime.ToString(InstantFormat, CultureInfo.InvariantCulture),
        "https://scalars.graphql.org/andimarek/date-time");

    /// <summary>Whoever is in a list or beside a tweet is there as an author; what else is asked of them is read for all of a page together.</summary>
    public ObjectType<Author> Person { get; } = schema.Object<Author>("Person", "Somebody, as I see them.");

    public ObjectType<Relation> Relation { get; } = schema.Object<Relation>("Relation", "What there is between somebody and me.");

    public ObjectType<ShownTweet> Tweet { get; } = schema.Object<ShownTweet>("Tweet", "A tweet, as I see it. What I may not see is not there, and counted nowhere.");

    public ObjectType<ShownAttachment> Attachment { get; } = schema.Object<ShownAttachment>("Attachment", "A file that a tweet shows.");

    public ObjectType<TimelineItem> FeedItem { get; } = schema.Object<TimelineItem>("FeedItem", "A line of a feed or a profile: a tweet, and who brought it there.");

    public ObjectType<Domain.Tweets.Thread> Thread { get; } = schema.Object<Domain.Tweets.Thread>("Thread", "A tweet in its thread.");

    public ObjectType<Page<TimelineItem>> FeedPage { get; } = schema.Object<Page<TimelineItem>>("FeedPage", "A part of a feed or a profile.");

    public ObjectType<Page<ShownTweet>> TweetPage { get; } = schema.Object<Page<ShownTweet>>("TweetPage", "A part of a list of tweets.");

    public ObjectType<Page<Author>> PersonPage { get; } = schema.Object<Page<Author>>("PersonPage", "A part of a list of people.");
}
