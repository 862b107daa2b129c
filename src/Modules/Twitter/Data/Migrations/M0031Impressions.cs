using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using SystemDesign.Platform.Persistence;

namespace SystemDesign.Twitter.Data.Migrations;

[DbContext(typeof(TwitterDb))]
[Migration(nameof(M0031Impressions))]
internal sealed class M0031Impressions : Migration
{
    private const string Schema = TwitterDb.SchemaName;

    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.CreateTable(
            "tweet_impressions",
            table => new { tweet_id = table.Column<Guid>(), seen = table.Column<long>() },
            Schema,
            table =>
            {
                table.PrimaryKey("pk_tweet_impressions", row => row.tweet_id);
                table.ForeignKey("fk_tweet_impressions_tweets_tweet_id", row => row.tweet_id, "tweets", "id", Schema, onDelete: ReferentialAction.Cascade);
            }).IsClusteredByKey();

        migrationBuilder.CreateTable(
            "impression_batches",
            table => new { id = table.Column<Guid>() },
            Schema,
            table => table.PrimaryKey("pk_impression_batches", row => row.id));
    }
}
