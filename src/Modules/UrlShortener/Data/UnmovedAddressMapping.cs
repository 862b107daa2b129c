using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using SystemDesign.UrlShortener.Domain.Targets;

namespace SystemDesign.UrlShortener.Data;

internal sealed class UnmovedAddressMapping : IEntityTypeConfiguration<UnmovedAddress>
{
    public void Configure(EntityTypeBuilder<UnmovedAddress> builder)
    {
        builder.ToTable("unmoved_addresses");
        builder.HasKey(address => address.LinkId);
        builder.Property(address => address.LinkId).ValueGeneratedNever();
        builder.Property(address => address.Url).HasMaxLength(TargetUrl.MaximumLength);
    }
}
