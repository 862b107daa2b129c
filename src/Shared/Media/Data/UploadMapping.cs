using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using SystemDesign.Media.Domain.Files;
using SystemDesign.Media.Domain.Uploads;

namespace SystemDesign.Media.Data;

internal sealed class UploadMapping : IEntityTypeConfiguration<Upload>, IEntityTypeConfiguration<UploadPiece>, IEntityTypeConfiguration<UploadReceipt>
{
    public const string Table = "uploads";
    public const string PieceTable = "upload_pieces";
    public const string ReceiptTable = "upload_receipts";
    public const string ReceivedCheck = "ck_uploads_received";
    public const string ReceivedRule = "received >= 0 AND received <= length";
    public const int Sha256Length = 64;
    public const int MaximumRefusalCodeLength = 60;

    public void Configure(EntityTypeBuilder<Upload> builder)
    {
        builder.ToTable(Table, table => table.HasCheckConstraint(ReceivedCheck, ReceivedRule));
        builder.Ignore(upload => upload.IsWhole);
        builder.Property(upload => upload.Name).HasMaxLength(FileNames.MaximumLength);
        builder.Property(upload => upload.Metadata).HasMaxLength(Upload.MaximumMetadataLength);
        builder.Property(upload => upload.Sha256).HasMaxLength(Sha256Length);
        builder.Property(upload => upload.ObjectName).HasMaxLength(MediaObjectMapping.MaximumNameLength);
        builder.Property(upload => upload.Refusal).HasMaxLength(MaximumRefusalCodeLength);
        builder.Property(upload => upload.RefusalDetail).HasMaxLength(Upload.MaximumRefusalLength);
        builder.HasIndex(upload => upload.ExpiresAt);
        builder.HasIndex(upload => upload.OwnerId);
    }

    public void Configure(EntityTypeBuilder<UploadPiece> builder)
    {
        builder.ToTable(PieceTable);
        builder.HasKey(piece => new { piece.UploadId, piece.Start });
        builder.Property(piece => piece.Name).HasMaxLength(UploadPiece.MaximumNameLength);
        builder.HasOne<Upload>().WithMany().HasForeignKey(piece => piece.UploadId).OnDelete(DeleteBehavior.Cascade);
    }

    public void Configure(EntityTypeBuilder<UploadReceipt> builder)
    {
        builder.ToTable(ReceiptTable);
        builder.HasKey(receipt => receipt.FileId);
        builder.Property(receipt => receipt.Sha256).HasMaxLength(Sha256Length);
        builder.Property(receipt => receipt.Metadata).HasMaxLength(Upload.MaximumMetadataLength);
        builder.HasOne<MediaFile>().WithOne().HasForeignKey<UploadReceipt>(receipt => receipt.FileId).OnDelete(DeleteBehavior.Cascade);
    }
}
