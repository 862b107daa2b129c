using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using SystemDesign.Tests.Instances.Ledgers;

namespace SystemDesign.Tests.Instances.Migrations;

[DbContext(typeof(LedgerDb))]
[Migration(nameof(M0001Ledger))]
internal sealed class M0001Ledger : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder) => ModuleTables.Create(migrationBuilder, LedgerDb.SchemaName);
}
