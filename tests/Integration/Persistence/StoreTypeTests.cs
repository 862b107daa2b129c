using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using SystemDesign.Platform.Persistence;
using SystemDesign.Tests.Integration.Support;
using SystemDesign.UrlShortener.Data;

namespace SystemDesign.Tests.Integration.Persistence;

/// <summary>Ids and instants sort and compare in both databases as they do in memory.</summary>
public sealed class StoreTypeTests
{
    [Fact]
    public async Task Ids_and_instants_come_back_as_they_were_and_in_order()
    {
        await using var app = new App();
        var start = new DateTimeOffset(2026, 11, 22, 8, 0, 0, TimeSpan.Zero);
        var links = Enumerable.Range(0, 300).Select(number => start.AddMicroseconds(number * 1_001)).Select(instant => SomeLink.Of(Guid.CreateVersion7(), id: Guid.CreateVersion7(instant), createdAt: instant)).ToList();
        await using var db = await app.Services.GetRequiredService<IDbContextFactory<UrlShortenerDb>>().CreateDbContextAsync();
        db.AddRange(links);
        await app.Services.GetRequiredService<IWriter<UrlShortenerDb>>().SaveAsync(db, CancellationToken.None);

        var byId = await db.Links.AsNoTracking().OrderBy(link => link.Id).ToListAsync();
        var middle = links[150].CreatedAt;
        var later = await db.Links.CountAsync(link => link.CreatedAt > middle);

        Assert.Equal(links.Select(link => (link.Id, link.CreatedAt)), byId.Select(link => (link.Id, link.CreatedAt)));
        Assert.Equal(149, later);
    }

    [Fact]
    public async Task An_id_or_instant_written_into_a_query_finds_its_row()
    {
        await using var app = new App();
        await using var db = await app.Services.GetRequiredService<IDbContextFactory<UrlShortenerDb>>().CreateDbContextAsync();
        db.Add(SomeLink.Of(Guid.Empty, "literal", Guid.Parse("0193b0a4-7c1e-7a52-9d3b-1f6f6f0b2c11")));
        await app.Services.GetRequiredService<IWriter<UrlShortenerDb>>().SaveAsync(db, CancellationToken.None);

        var ids = new[] { Guid.Parse("0193b0a4-7c1e-7a52-9d3b-1f6f6f0b2c11") };

        Assert.Equal("literal", (await db.Links.SingleAsync(link => link.OwnerId == Guid.Empty)).Code);
        Assert.Equal("literal", (await db.Links.SingleAsync(link => ids.Contains(link.Id))).Code);
        Assert.Equal("literal", (await db.Links.SingleAsync(link => EF.Constant(ids[0]) == link.Id)).Code);
    }
}
