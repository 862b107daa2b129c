using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using SystemDesign.Analytics.Domain.Traffic;

namespace SystemDesign.Analytics.Data;

internal sealed class RouteRequestsMapping : IEntityTypeConfiguration<RouteRequests>
{
    public const string Table = "route_requests";

    public const int MaximumMethodLength = 10;

    public void Configure(EntityTypeBuilder<RouteRequests> builder)
    {
        builder.ToTable(Table).HasKey(row => new { row.Step, row.Start, row.Route, row.Method, row.StatusClass });
        builder.Property(row => row.Route).HasMaxLength(AnsweredRequest.MaximumRouteLength);
        builder.Property(row => row.Method).HasMaxLength(MaximumMethodLength);
    }
}
