using Microsoft.EntityFrameworkCore;
using SystemDesign.Platform.Persistence;
using SystemDesign.UrlShortener.Domain.Abuse;
using SystemDesign.UrlShortener.Domain.Links;

namespace SystemDesign.UrlShortener.Data;

internal sealed class UrlShortenerDb(DbContextOptions<UrlShortenerDb> options) : ModuleDb(options, SchemaName)
{
    public const string SchemaName = "url_shortener";

    public DbSet<Link> Links => Set<Link>();

    public DbSet<LinkTag> LinkTags => Set<LinkTag>();

    public DbSet<Report> Reports => Set<Report>();

    public DbSet<Erasure> Erasures => Set<Erasure>();

    public DbSet<UnmovedAddress> UnmovedAddresses => Set<UnmovedAddress>();

    public DbSet<CodeSequence> CodeSequences => Set<CodeSequence>();

    public DbSet<PoolCode> PoolCodes => Set<PoolCode>();
}
