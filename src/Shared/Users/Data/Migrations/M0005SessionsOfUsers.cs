using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using SystemDesign.Users.Domain.Sessions;

namespace SystemDesign.Users.Data.Migrations;

[DbContext(typeof(UsersDb))]
[Migration(nameof(M0005SessionsOfUsers))]
internal sealed class M0005SessionsOfUsers : Migration
{
    private const string Schema = UsersDb.SchemaName;

    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.AddColumn<string>("user_agent", "sessions", schema: Schema, maxLength: UserAgent.MaximumLength, nullable: true);
        migrationBuilder.DropIndex("ix_sessions_user_id", "sessions", Schema);
        migrationBuilder.CreateIndex("ix_sessions_user_id_id", "sessions", ["user_id", "id"], Schema);
        migrationBuilder.CreateIndex("ix_sessions_expires_at", "sessions", "expires_at", Schema);
    }
}
