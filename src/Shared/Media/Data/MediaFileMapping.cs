using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using SystemDesign.Media.Domain.Files;
using SystemDesign.Media.Domain.Objects;

namespace SystemDesign.Media.Data;

internal sealed class MediaFileMapping : IEntityTypeConfiguration<MediaFile>
{
    public const string Table = "files";

    public void Configure(EntityTypeBuilder<MediaFile> builder)
    {
        builder.ToTable(Table);
        builder.Property(file => file.ObjectName).HasMaxLength(MediaObjectMapping.MaximumNameLength);
        builder.HasOne<MediaObject>().WithMany().HasForeignKey(file => file.ObjectName).OnDelete(DeleteBehavior.Restrict);
        builder.Property(file => file.Name).HasMaxLength(FileNames.MaximumLength);
        builder.HasIndex(file => new { file.OwnerId, file.Id });
        builder.HasIndex(file => file.UnclaimedSince).HasFilter("unclaimed_since IS NOT NULL");
    }
}
