using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using SystemDesign.Analytics.Domain.Traffic;

namespace SystemDesign.Analytics.Data.Migrations;

[DbContext(typeof(AnalyticsDb))]
[Migration(nameof(M0005Traffic))]
internal sealed class M0005Traffic : Migration
{
    private const string Schema = AnalyticsDb.SchemaName;

    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.CreateTable(
            RouteRequestsMapping.Table,
            table => new
            {
                step = table.Column<int>(),
                start = table.Column<DateTimeOffset>(),
                route = table.Column<string>(maxLength: AnsweredRequest.MaximumRouteLength),
                method = table.Column<string>(maxLength: RouteRequestsMapping.MaximumMethodLength),
                status_class = table.Column<int>(),
                requests = table.Column<long>(),
                durations = table.Column<string>(),
            },
            Schema,
            table => table.PrimaryKey("pk_route_requests", row => new { row.step, row.start, row.route, row.method, row.status_class }));
        migrationBuilder.CreateTable(
            NetworkRequestsMapping.Table,
            table => new
            {
                day = table.Column<DateTimeOffset>(),
                network = table.Column<string>(maxLength: NetworkRequestsMapping.MaximumNetworkLength),
                requests = table.Column<long>(),
            },
            Schema,
            table => table.PrimaryKey("pk_network_requests", row => new { row.day, row.network }));
        migrationBuilder.CreateTable(
            WrittenBatchMapping.Table,
            table => new
            {
                id = table.Column<Guid>(),
                written_at = table.Column<DateTimeOffset>(),
            },
            Schema,
            table => table.PrimaryKey("pk_traffic_batches", row => row.id));
        migrationBuilder.CreateIndex("ix_traffic_batches_written_at", WrittenBatchMapping.Table, "written_at", Schema);
    }
}
