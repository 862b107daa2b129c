using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using SystemDesign.Media.Domain.Claims;
using SystemDesign.Media.Domain.Files;

namespace SystemDesign.Media.Data;

internal sealed class MediaClaimMapping : IEntityTypeConfiguration<MediaClaim>
{
    public const string Table = "claims";

    public void Configure(EntityTypeBuilder<MediaClaim> builder)
    {
        builder.ToTable(Table);
        builder.HasKey(claim => new { claim.FileId, claim.UsedBy });
        builder.Property(claim => claim.UsedBy).HasMaxLength(MediaClaim.MaximumUsedByLength);
        builder.HasOne<MediaFile>().WithMany().HasForeignKey(claim => claim.FileId).OnDelete(DeleteBehavior.Cascade);
    }
}
