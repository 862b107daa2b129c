using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using SystemDesign.Users.Domain.Accounts;

namespace SystemDesign.Users.Data.Migrations;

[DbContext(typeof(UsersDb))]
[Migration(nameof(M0001AccountsAndSessions))]
internal sealed class M0001AccountsAndSessions : Migration
{
    private const string Schema = UsersDb.SchemaName;

    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.EnsureSchema(Schema);

        migrationBuilder.CreateTable(
            "accounts",
            table => new
            {
                id = table.Column<Guid>(),
                access_failed_count = table.Column<int>(),
                concurrency_stamp = table.Column<string>(nullable: true),
                created_at = table.Column<DateTimeOffset>(),
                display_name = table.Column<string>(maxLength: AccountRules.MaximumDisplayNameLength),
                email = table.Column<string>(maxLength: AccountRules.MaximumEmailLength),
                email_confirmed = table.Column<bool>(),
                lockout_enabled = table.Column<bool>(),
                lockout_end = table.Column<DateTimeOffset>(nullable: true),
                normalized_email = table.Column<string>(maxLength: AccountRules.MaximumEmailLength),
                normalized_user_name = table.Column<string>(maxLength: AccountRules.MaximumUserNameLength),
                password_hash = table.Column<string>(),
                security_stamp = table.Column<string>(nullable: true),
                user_name = table.Column<string>(maxLength: AccountRules.MaximumUserNameLength),
            },
            Schema,
            table => table.PrimaryKey("pk_accounts", row => row.id));
        migrationBuilder.CreateIndex("ix_accounts_normalized_user_name", "accounts", "normalized_user_name", Schema, unique: true);
        migrationBuilder.CreateIndex("ix_accounts_normalized_email", "accounts", "normalized_email", Schema, unique: true);

        migrationBuilder.CreateTable(
            "account_roles",
            table => new
            {
                account_id = table.Column<Guid>(),
                role = table.Column<string>(maxLength: 20),
            },
            Schema,
            table =>
            {
                table.PrimaryKey("pk_account_roles", row => new { row.account_id, row.role });
                table.ForeignKey("fk_account_roles_accounts_account_id", row => row.account_id, "accounts", "id", Schema, onDelete: ReferentialAction.Cascade);
            });

        migrationBuilder.CreateTable(
            "sessions",
            table => new
            {
                id = table.Column<Guid>(),
                created_at = table.Column<DateTimeOffset>(),
                expires_at = table.Column<DateTimeOffset>(),
                revoked_at = table.Column<DateTimeOffset>(nullable: true),
                token_hash = table.Column<byte[]>(),
                user_id = table.Column<Guid>(),
            },
            Schema,
            table =>
            {
                table.PrimaryKey("pk_sessions", row => row.id);
                table.ForeignKey("fk_sessions_accounts_user_id", row => row.user_id, "accounts", "id", Schema, onDelete: ReferentialAction.Cascade);
            });
        migrationBuilder.CreateIndex("ix_sessions_user_id", "sessions", "user_id", Schema);
    }
}
