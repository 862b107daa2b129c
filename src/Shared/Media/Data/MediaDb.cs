using Microsoft.EntityFrameworkCore;
using SystemDesign.Media.Domain.Claims;
using SystemDesign.Media.Domain.Files;
using SystemDesign.Media.Domain.Objects;
using SystemDesign.Media.Domain.Uploads;
using SystemDesign.Platform.Persistence;

namespace SystemDesign.Media.Data;

internal sealed class MediaDb(DbContextOptions<MediaDb> options) : ModuleDb(options, SchemaName)
{
    public const string SchemaName = "media";

    public DbSet<MediaObject> Objects => Set<MediaObject>();

    public DbSet<MediaFile> Files => Set<MediaFile>();

    public DbSet<Upload> Uploads => Set<Upload>();

    public DbSet<UploadPiece> Pieces => Set<UploadPiece>();

    public DbSet<UploadReceipt> Receipts => Set<UploadReceipt>();

    public DbSet<Usage> Usages => Set<Usage>();

    public DbSet<MediaClaim> Claims => Set<MediaClaim>();

    public DbSet<SigningKey> SigningKeys => Set<SigningKey>();
}
