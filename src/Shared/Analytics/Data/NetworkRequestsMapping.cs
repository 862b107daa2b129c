using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace SystemDesign.Analytics.Data;

internal sealed class NetworkRequestsMapping : IEntityTypeConfiguration<NetworkRequests>
{
    public const string Table = "network_requests";

    public const int MaximumNetworkLength = 50;

    public void Configure(EntityTypeBuilder<NetworkRequests> builder)
    {
        builder.ToTable(Table).HasKey(row => new { row.Day, row.Network });
        builder.Property(row => row.Network).HasMaxLength(MaximumNetworkLength);
    }
}
