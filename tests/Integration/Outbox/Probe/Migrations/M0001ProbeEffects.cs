using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace SystemDesign.Tests.Integration.Outbox.Probe.Migrations;

[DbContext(typeof(ProbeDb))]
[Migration(nameof(M0001ProbeEffects))]
internal sealed class M0001ProbeEffects : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.EnsureSchema(ProbeDb.SchemaName);
        EffectsTable.Create(migrationBuilder, ProbeDb.SchemaName);
    }
}
