using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace SystemDesign.Users.Data.Migrations;

/// <summary>
/// Of accounts that look alike already, the oldest keeps the skeleton, so that nobody new can look like any of them; the others get
/// one that no name has.
/// </summary>
[DbContext(typeof(UsersDb))]
[Migration(nameof(M0004LookAlikeUserNames))]
internal sealed class M0004LookAlikeUserNames : Migration
{
    private const string Skeleton =
        "REPLACE(REPLACE(REPLACE(REPLACE(REPLACE(REPLACE(normalized_user_name, '_', ''), '0', 'O'), '1', 'L'), 'I', 'L'), 'M', 'RN'), 'W', 'VV')";

    protected override void Up(MigrationBuilder migrationBuilder)
    {
        var (accounts, id) = migrationBuilder.IsSqlite() ? ("accounts", "hex(id)") : ($"{UsersDb.SchemaName}.accounts", "id::text");
        migrationBuilder.AddColumn<string>("user_name_skeleton", "accounts", schema: UsersDb.SchemaName, maxLength: 100, defaultValue: "");
        migrationBuilder.Sql($"UPDATE {accounts} SET user_name_skeleton = {Skeleton}");
        migrationBuilder.Sql(
            $"""
            UPDATE {accounts} SET user_name_skeleton = user_name_skeleton || ':' || {id}
            WHERE EXISTS (SELECT 1 FROM {accounts} AS older WHERE older.user_name_skeleton = accounts.user_name_skeleton AND older.id < accounts.id)
            """);
        migrationBuilder.CreateIndex("ix_accounts_user_name_skeleton", "accounts", "user_name_skeleton", UsersDb.SchemaName, unique: true);
    }
}
