using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using SystemDesign.Platform.Idempotency;
using SystemDesign.Platform.Outbox.Tables;
using SystemDesign.Platform.Persistence;
using SystemDesign.Twitter.Domain.People;
using SystemDesign.Twitter.Domain.Tweets;

namespace SystemDesign.Twitter.Data.Migrations;

[DbContext(typeof(TwitterDb))]
[Migration(nameof(M0001Tweets))]
internal sealed class M0001Tweets : Migration
{
    private const string Schema = TwitterDb.SchemaName;

    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.EnsureSchema(Schema);
        migrationBuilder.CreateOutbox(Schema);
        migrationBuilder.IndexStateEventsByKey(Schema);
        migrationBuilder.CreateIdempotencyKeys(Schema);
        CreatePeople(migrationBuilder);
        CreateTweets(migrationBuilder);
        CreateWhatTweetsHave(migrationBuilder);
    }

    private static void CreatePeople(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.CreateTable(
            "people",
            table => new
            {
                number = table.Column<int>().CountedByTheDatabase(),
                bio = table.Column<string>(maxLength: Person.MaximumBioLength),
                display_name = table.Column<string>(maxLength: Person.MaximumDisplayNameLength),
                followers = table.Column<int>(),
                following = table.Column<int>(),
                is_private = table.Column<bool>(),
                joined_at = table.Column<DateTimeOffset>(),
                left_at = table.Column<DateTimeOffset>(nullable: true),
                name_key = table.Column<string>(maxLength: Person.MaximumUserNameLength, nullable: true),
                pushed_since = table.Column<Guid>(),
                tweets = table.Column<int>(),
                user_id = table.Column<Guid>(),
                user_name = table.Column<string>(maxLength: Person.MaximumUserNameLength),
            },
            Schema,
            table => table.PrimaryKey("pk_people", row => row.number));
        migrationBuilder.CreateIndex("ix_people_name_key", "people", "name_key", Schema, unique: true);
        migrationBuilder.CreateIndex("ix_people_user_id", "people", "user_id", Schema, unique: true);
    }

    private static void CreateTweets(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.CreateTable(
            "tweets",
            table => new
            {
                id = table.Column<Guid>(),
                author = table.Column<int>(),
                created_at = table.Column<DateTimeOffset>(),
                in_reply_to = table.Column<Guid>(nullable: true),
                is_private = table.Column<bool>(),
                likes = table.Column<int>(),
                quote_of = table.Column<Guid>(nullable: true),
                quoted = table.Column<int>(nullable: true),
                quotes = table.Column<int>(),
                replied_to = table.Column<int>(nullable: true),
                replies = table.Column<int>(),
                reposts = table.Column<int>(),
                text = table.Column<string>(maxLength: TweetText.MaximumCharacters),
                thread = table.Column<Guid>(),
            },
            Schema,
            table => table.PrimaryKey("pk_tweets", row => row.id));
        migrationBuilder.CreateIndex("ix_tweets_author_id", "tweets", ["author", "id"], Schema);
        migrationBuilder.CreateIndex("ix_tweets_in_reply_to_id", "tweets", ["in_reply_to", "id"], Schema, filter: "in_reply_to IS NOT NULL");
        migrationBuilder.CreateIndex("ix_tweets_in_reply_to_author", "tweets", ["in_reply_to", "author"], Schema, filter: "in_reply_to IS NOT NULL");
        migrationBuilder.CreateIndex("ix_tweets_in_reply_to", "tweets", "in_reply_to", Schema, filter: "is_private");
        migrationBuilder.CreateIndex("ix_tweets_quote_of_author", "tweets", ["quote_of", "author"], Schema, filter: "quote_of IS NOT NULL");
        migrationBuilder.CreateIndex("ix_tweets_quote_of", "tweets", "quote_of", Schema, filter: "is_private");

        migrationBuilder.CreateTable(
            "entries",
            table => new { id = table.Column<Guid>(), actor = table.Column<int>(), tweet_id = table.Column<Guid>() },
            Schema,
            table => table.PrimaryKey("pk_entries", row => row.id));
        migrationBuilder.CreateIndex("ix_entries_actor_id", "entries", ["actor", "id"], Schema);
        migrationBuilder.CreateIndex("ix_entries_tweet_id_actor", "entries", ["tweet_id", "actor"], Schema, unique: true);
    }

    private static void CreateWhatTweetsHave(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.CreateTable(
            "attachments",
            table => new
            {
                tweet_id = table.Column<Guid>(),
                place = table.Column<int>(),
                bytes = table.Column<long>(),
                content_type = table.Column<string>(maxLength: Attachment.MaximumContentTypeLength),
                file_id = table.Column<Guid>(),
                object_name = table.Column<string>(maxLength: Attachment.MaximumNameLength),
            },
            Schema,
            table => table.PrimaryKey("pk_attachments", row => new { row.tweet_id, row.place })).IsClusteredByKey();
        migrationBuilder.CreateIndex("ix_attachments_file_id", "attachments", "file_id", Schema);

        migrationBuilder.CreateTable(
            "likes",
            table => new { tweet_id = table.Column<Guid>(), person = table.Column<int>(), liked_at = table.Column<DateTimeOffset>() },
            Schema,
            table => table.PrimaryKey("pk_likes", row => new { row.tweet_id, row.person })).IsClusteredByKey();
        migrationBuilder.CreateIndex("ix_likes_person_tweet_id", "likes", ["person", "tweet_id"], Schema);

        migrationBuilder.CreateTable(
            "mentions",
            table => new { tweet_id = table.Column<Guid>(), person = table.Column<int>() },
            Schema,
            table => table.PrimaryKey("pk_mentions", row => new { row.tweet_id, row.person })).IsClusteredByKey();
        migrationBuilder.CreateIndex("ix_mentions_person_tweet_id", "mentions", ["person", "tweet_id"], Schema);

        migrationBuilder.CreateTable(
            "tag_uses",
            table => new { tweet_id = table.Column<Guid>(), tag = table.Column<string>(maxLength: TweetText.MaximumTagLength) },
            Schema,
            table => table.PrimaryKey("pk_tag_uses", row => new { row.tweet_id, row.tag })).IsClusteredByKey();
        migrationBuilder.CreateIndex("ix_tag_uses_tag_tweet_id", "tag_uses", ["tag", "tweet_id"], Schema);
    }
}
