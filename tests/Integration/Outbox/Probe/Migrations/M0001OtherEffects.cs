using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace SystemDesign.Tests.Integration.Outbox.Probe.Migrations;

[DbContext(typeof(OtherDb))]
[Migration(nameof(M0001OtherEffects))]
internal sealed class M0001OtherEffects : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.EnsureSchema(OtherDb.SchemaName);
        EffectsTable.Create(migrationBuilder, OtherDb.SchemaName);
    }
}
