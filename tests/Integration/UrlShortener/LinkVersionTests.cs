using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using SystemDesign.Platform.Persistence;
using SystemDesign.Tests.Integration.Support;
using SystemDesign.UrlShortener.Data;
using SystemDesign.UrlShortener.Domain.Links;

namespace SystemDesign.Tests.Integration.UrlShortener;

public sealed class LinkVersionTests
{
    [Fact]
    public async Task Links_that_are_older_than_versions_get_one_each()
    {
        await using var app = new App();
        await using (var db = await app.Services.GetRequiredService<IDbContextFactory<UrlShortenerDb>>().CreateDbContextAsync())
        {
            db.AddRange(NewLink(), NewLink(), NewLink());
            await app.Services.GetRequiredService<IWriter<UrlShortenerDb>>().SaveAsync(db, CancellationToken.None);
        }

        await using var owner = (UrlShortenerDb)app.Services.GetRequiredService<ModuleDatabase<UrlShortenerDb>>().OpenOwner(app.Services);
        var schema = Profile.IsDistributed ? $"{owner.Schema}." : string.Empty;
        foreach (var statement in new[]
        {
            $"ALTER TABLE {schema}links DROP COLUMN version",
            $"DROP INDEX {schema}ix_links_owner_id_id",
            $"DELETE FROM {schema}migrations WHERE \"MigrationId\" = 'M0004LinkVersions'",
        })
        {
            await owner.Database.ExecuteSqlRawAsync(statement);
        }

        await owner.Database.MigrateAsync();

        var links = await owner.Links.AsNoTracking().ToListAsync();
        Assert.Equal(3, links.Count);
        Assert.All(links, link => Assert.Equal(link.Id, link.Version));
    }

    private static Link NewLink() => new()
    {
        Id = Guid.CreateVersion7(),
        Version = Guid.CreateVersion7(),
        Code = LinkCode.Random(),
        OwnerId = Guid.CreateVersion7(),
        Url = "https://example.org/",
        CreatedAt = DateTimeOffset.UnixEpoch,
    };
}
