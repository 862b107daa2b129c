using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using SystemDesign.UrlShortener.Domain.Abuse;
using SystemDesign.UrlShortener.Domain.Links;
using SystemDesign.UrlShortener.Domain.Targets;

namespace SystemDesign.UrlShortener.Data.Migrations;

/// <summary>
/// Links without their address, which goes into a document (US-3), and with all that can be said of them. The table is made anew:
/// SQLite can make no column nullable.
/// </summary>
[DbContext(typeof(UrlShortenerDb))]
[Migration(nameof(M0005Documents))]
internal sealed class M0005Documents : Migration
{
    private const string Schema = UrlShortenerDb.SchemaName;

    protected override void Up(MigrationBuilder migrationBuilder)
    {
        PutLinksAside(migrationBuilder);
        CreateLinks(migrationBuilder);
        CreateUnmovedAddresses(migrationBuilder);
        TakeLinksOver(migrationBuilder);
        CreateTags(migrationBuilder);
        CreateReports(migrationBuilder);
        CreateErasures(migrationBuilder);
    }

    private static void PutLinksAside(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.DropIndex("ix_links_code", "links", Schema);
        migrationBuilder.DropIndex("ix_links_owner_id_id", "links", Schema);
        migrationBuilder.RenameTable("links", Schema, "links_before");
        if (!migrationBuilder.IsSqlite())
        {
            migrationBuilder.Sql($"ALTER TABLE {Schema}.links_before RENAME CONSTRAINT pk_links TO pk_links_before");
        }
    }

    private static void CreateLinks(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.CreateTable(
            "links",
            table => new
            {
                id = table.Column<Guid>(),
                banned_at = table.Column<DateTimeOffset>(nullable: true),
                banned_for = table.Column<string>(maxLength: Report.MaximumReasonLength, nullable: true),
                code = table.Column<string>(maxLength: LinkCode.MaximumLength),
                created_at = table.Column<DateTimeOffset>(),
                deleted_at = table.Column<DateTimeOffset>(nullable: true),
                document_id = table.Column<Guid>(nullable: true),
                document_shard = table.Column<int>(nullable: true),
                is_disabled = table.Column<bool>(),
                max_visits = table.Column<int>(nullable: true),
                owner_id = table.Column<Guid>(nullable: true),
                search_text = table.Column<string>(nullable: true),
                version = table.Column<Guid>(),
                visits_spent = table.Column<int>(),
            },
            Schema,
            table => table.PrimaryKey("pk_links", row => row.id));
        migrationBuilder.CreateIndex("ix_links_code", "links", "code", Schema, unique: true);
        migrationBuilder.CreateIndex("ix_links_document_shard_document_id", "links", ["document_shard", "document_id"], Schema, unique: true);
        migrationBuilder.CreateIndex("ix_links_owner_id_id", "links", ["owner_id", "id"], Schema);
    }

    private static void CreateUnmovedAddresses(MigrationBuilder migrationBuilder) => migrationBuilder.CreateTable(
        "unmoved_addresses",
        table => new
        {
            link_id = table.Column<Guid>(),
            url = table.Column<string>(maxLength: TargetUrl.MaximumLength),
        },
        Schema,
        table => table.PrimaryKey("pk_unmoved_addresses", row => row.link_id));

    private static void TakeLinksOver(MigrationBuilder migrationBuilder)
    {
        var schema = migrationBuilder.IsSqlite() ? string.Empty : $"{Schema}.";
        var no = migrationBuilder.IsSqlite() ? "0" : "FALSE";
        migrationBuilder.Sql(
            $"""
            INSERT INTO {schema}links (id, code, created_at, owner_id, version, is_disabled, visits_spent)
            SELECT id, code, created_at, owner_id, version, {no}, 0 FROM {schema}links_before
            """);
        migrationBuilder.Sql($"INSERT INTO {schema}unmoved_addresses (link_id, url) SELECT id, url FROM {schema}links_before");
        migrationBuilder.DropTable("links_before", Schema);
    }

    private static void CreateTags(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.CreateTable(
            "link_tags",
            table => new
            {
                owner_id = table.Column<Guid>(),
                tag = table.Column<string>(maxLength: LinkTags.MaximumLength),
                link_id = table.Column<Guid>(),
            },
            Schema,
            table =>
            {
                table.PrimaryKey("pk_link_tags", row => new { row.owner_id, row.tag, row.link_id });
                table.ForeignKey("fk_link_tags_links_link_id", row => row.link_id, "links", "id", Schema, onDelete: ReferentialAction.Cascade);
            });
        migrationBuilder.CreateIndex("ix_link_tags_link_id", "link_tags", "link_id", Schema);
    }

    private static void CreateReports(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.CreateTable(
            "reports",
            table => new
            {
                id = table.Column<Guid>(),
                link_id = table.Column<Guid>(),
                reason = table.Column<string>(maxLength: Report.MaximumReasonLength),
                reported_at = table.Column<DateTimeOffset>(),
                reporter_id = table.Column<Guid>(nullable: true),
            },
            Schema,
            table => table.PrimaryKey("pk_reports", row => row.id));
        migrationBuilder.CreateIndex("ix_reports_link_id_reporter_id", "reports", ["link_id", "reporter_id"], Schema, unique: true);
        migrationBuilder.CreateIndex("ix_reports_reporter_id", "reports", "reporter_id", Schema);
    }

    private static void CreateErasures(MigrationBuilder migrationBuilder) => migrationBuilder.CreateTable(
        "erasures",
        table => new
        {
            user_id = table.Column<Guid>(),
            left_at = table.Column<DateTimeOffset>(),
            leased_until = table.Column<DateTimeOffset>(nullable: true),
        },
        Schema,
        table => table.PrimaryKey("pk_erasures", row => row.user_id));
}
