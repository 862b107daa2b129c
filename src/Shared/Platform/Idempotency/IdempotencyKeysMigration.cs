using Microsoft.EntityFrameworkCore.Migrations;

namespace SystemDesign.Platform.Idempotency;

public static class IdempotencyKeysMigration
{
    /// <summary>The table that every <see cref="Persistence.ModuleDb"/> keeps the answers of idempotent commands in.</summary>
    /// <param name="migrationBuilder">The migration's.</param>
    /// <param name="schema">The module's.</param>
    public static void CreateIdempotencyKeys(this MigrationBuilder migrationBuilder, string schema)
    {
        ArgumentNullException.ThrowIfNull(migrationBuilder);
        migrationBuilder.CreateTable(
            KeptAnswerMapping.Table,
            table => new
            {
                user_id = table.Column<Guid>(),
                key = table.Column<string>(maxLength: IdempotencyKey.MaximumLength),
                answer = table.Column<string>(),
                created_at = table.Column<DateTimeOffset>(),
                operation = table.Column<string>(maxLength: KeptAnswerMapping.MaximumOperationLength),
                request_hash = table.Column<byte[]>(),
            },
            schema,
            table => table.PrimaryKey("pk_idempotency_keys", row => new { row.user_id, row.key }));
        migrationBuilder.CreateIndex("ix_idempotency_keys_created_at", KeptAnswerMapping.Table, "created_at", schema);
    }
}
