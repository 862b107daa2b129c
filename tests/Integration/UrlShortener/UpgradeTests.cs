using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using Microsoft.Extensions.DependencyInjection;
using SystemDesign.Platform.Persistence;
using SystemDesign.Tests.Integration.Support;
using SystemDesign.UrlShortener.Data;
using SystemDesign.UrlShortener.Data.Migrations;

namespace SystemDesign.Tests.Integration.UrlShortener;

/// <summary>What an earlier build kept is there in this one.</summary>
public sealed class UpgradeTests
{
    [Fact]
    public async Task Links_of_the_first_build_get_a_version_and_a_document_and_lead_on()
    {
        await using var data = new HostData();
        Guid[] ids = [.. Enumerable.Range(0, 3).Select(_ => Guid.CreateVersion7())];
        await using (var app = new App(new AppSetup { Data = data }))
        {
            await using var owner = (UrlShortenerDb)app.Services.GetRequiredService<ModuleDatabase<UrlShortenerDb>>().OpenOwner(app.Services);
            await EmptyAsync(owner);
            await MigrateAsync(owner, new M0001Links());
            foreach (var id in ids)
            {
                await InsertAsync(owner, id);
            }
        }

        await using var upgraded = new App(new AppSetup { Data = data });
        await using var db = await upgraded.Services.GetRequiredService<IDbContextFactory<UrlShortenerDb>>().CreateDbContextAsync();
        var links = await db.Links.AsNoTracking().ToListAsync();
        Assert.Equal(ids.Order(), links.Select(link => link.Id).Order());
        Assert.All(links, link => Assert.Equal((link.Id, true), (link.Version, link.SearchText!.Contains("example.org", StringComparison.Ordinal))));
        Assert.Empty(await db.UnmovedAddresses.ToListAsync());

        using var visitor = upgraded.Anonymous();
        using var response = await visitor.GetAsync($"/s/{CodeOf(ids[0])}");
        Assert.Equal((HttpStatusCode.Found, $"https://example.org/{CodeOf(ids[0])}"), (response.StatusCode, response.Headers.Location?.OriginalString));
    }

    private static string CodeOf(Guid id) => $"old-{id.ToString()[^8..]}";

    private static async Task EmptyAsync(UrlShortenerDb owner)
    {
        string[] statements = Profile.IsDistributed
            ? [$"DROP SCHEMA {owner.Schema} CASCADE"]
            : ["PRAGMA foreign_keys = OFF", .. owner.Model.GetRelationalModel().Tables.Select(table => $"DROP TABLE {table.Name}"), "DROP TABLE migrations"];
        foreach (var statement in statements)
        {
            await owner.Database.ExecuteSqlRawAsync(statement);
        }
    }

    /// <summary>As the first build did it, which knew no other.</summary>
    private static async Task MigrateAsync(UrlShortenerDb owner, Migration migration)
    {
        migration.ActiveProvider = owner.Database.ProviderName!;
        var history = owner.GetService<IHistoryRepository>();
        var commands = owner.GetService<IMigrationsSqlGenerator>().Generate(migration.UpOperations).Select(command => command.CommandText);
        foreach (var command in commands.Append(history.GetCreateScript()).Append(history.GetInsertScript(new(migration.GetType().Name, "10.0.0"))))
        {
            await owner.Database.ExecuteSqlRawAsync(command);
        }
    }

    private static Task<int> InsertAsync(UrlShortenerDb owner, Guid id)
    {
        var insert = $"INSERT INTO {(Profile.IsDistributed ? $"{owner.Schema}." : string.Empty)}links (id, code, created_at, owner_id, url) VALUES ({{0}}, {{1}}, {{2}}, {{3}}, {{4}})";
        return owner.Database.ExecuteSqlRawAsync(insert, id, CodeOf(id), DateTimeOffset.UnixEpoch, Guid.CreateVersion7(), $"https://example.org/{CodeOf(id)}");
    }
}
