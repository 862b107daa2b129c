using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using SystemDesign.Twitter.Data.Rows;

namespace SystemDesign.Twitter.Data.Migrations;

/// <summary>The index of tweets, empty; and that it is to be made, if there are any.</summary>
[DbContext(typeof(TwitterDb))]
[Migration(nameof(M0020Search))]
internal sealed class M0020Search : Migration
{
    private const string Schema = TwitterDb.SchemaName;

    /// <summary>
    /// Words are cut before they come here, so only blanks part them. The index keeps no text (<c>content=''</c>), since the tweet has it, and
    /// still lets a row be deleted by its number.
    /// </summary>
    private const string IndexOnSqlite =
        """
        CREATE VIRTUAL TABLE search_index USING fts5(words, content='', contentless_delete=1, prefix='2 3', tokenize="ascii tokenchars '_#@'")
        """;

    private const string IndexOnPostgres =
        $"""
        CREATE TABLE {Schema}.search_index (place bigint NOT NULL CONSTRAINT pk_search_index PRIMARY KEY, words tsvector NOT NULL);
        CREATE INDEX ix_search_index_words ON {Schema}.search_index USING gin (words);
        """;

    protected override void Up(MigrationBuilder migrationBuilder)
    {
        var isSqlite = migrationBuilder.IsSqlite();
        migrationBuilder.CreateTable(
            "search_documents",
            table => new { place = table.Column<long>(), tweet_id = table.Column<Guid>() },
            Schema,
            table => table.PrimaryKey("pk_search_documents", row => row.place));
        migrationBuilder.CreateIndex("ix_search_documents_tweet_id", "search_documents", "tweet_id", Schema, unique: true);
        migrationBuilder.CreateTable(
            "search_rebuilds",
            table => new { id = table.Column<int>(), position = table.Column<Guid>() },
            Schema,
            table => table.PrimaryKey("pk_search_rebuilds", row => row.id));
        migrationBuilder.Sql(isSqlite ? IndexOnSqlite : IndexOnPostgres);
        migrationBuilder.Sql(isSqlite
            ? $"INSERT INTO search_rebuilds (id, position) SELECT {SearchRebuild.TheOne}, zeroblob(16) WHERE EXISTS (SELECT 1 FROM tweets)"
            : $"INSERT INTO {Schema}.search_rebuilds (id, position) SELECT {SearchRebuild.TheOne}, '{EntryIds.First}'::uuid WHERE EXISTS (SELECT 1 FROM {Schema}.tweets)");
    }
}
