using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using SystemDesign.Platform.Outbox.Tables;
using SystemDesign.Platform.Persistence;
using SystemDesign.Tests.Integration.Support;
using SystemDesign.UrlShortener.Data;
using SystemDesign.UrlShortener.Domain.Links;
using SystemDesign.Users.Data;
using SystemDesign.Users.Domain.Sessions;

namespace SystemDesign.Tests.Integration.Persistence;

public sealed class BulkInsertTests(App app) : IClassFixture<App>
{
    private static readonly DateTimeOffset Instant = new DateTimeOffset(2026, 3, 4, 5, 6, 7, TimeSpan.Zero).AddMicroseconds(123_457);

    [Fact]
    public async Task Rows_come_back_as_those_that_the_change_tracker_writes()
    {
        List<Link> links = [SomeLink.New(), WholeLink()];
        var tags = links.SelectMany(link => link.Tags).ToList();
        List<VisitsByHour> hours = [new() { Code = links[0].Code, Hour = new(2026, 3, 4, 5, 0, 0, TimeSpan.Zero), Visits = long.MaxValue, Previews = 0 }];
        await using var db = Open<UrlShortenerDb>();

        db.AddMany(links);
        db.AddMany(tags);
        db.AddMany(hours);
        await SaveAsync(db);

        var ids = links.Select(link => link.Id).ToList();
        var read = await db.Links.AsNoTracking().Include(link => link.Tags).Where(link => ids.Contains(link.Id)).ToListAsync();
        Assert.Equal(links.Select(Text).Order(StringComparer.Ordinal), read.Select(Text).Order(StringComparer.Ordinal));
        var hour = await db.Set<VisitsByHour>().AsNoTracking().SingleAsync(row => row.Code == links[0].Code);
        Assert.Equal((hours[0].Hour, long.MaxValue, 0L), (hour.Hour, hour.Visits, hour.Previews));

        await db.Links.Where(link => link.Id == links[1].Id && link.CreatedAt == Instant).SingleAsync();
    }

    [Fact]
    public async Task Bytes_instants_and_texts_of_any_letters_come_back()
    {
        var account = AccountOf("bulk_one");
        account.DisplayName = "Zoë '; DROP TABLE 😀";
        account.LockoutEnd = Instant;
        var session = new Session { Id = Guid.CreateVersion7(), UserId = account.Id, TokenHash = [0, 1, 255], CreatedAt = Instant, ExpiresAt = Instant.AddDays(30) };
        await using var db = Open<UsersDb>();

        db.AddMany([account]);
        db.AddMany([new AccountRole { AccountId = account.Id, Role = "user" }]);
        db.AddMany([session]);
        await SaveAsync(db);

        var read = await db.Accounts.AsNoTracking().SingleAsync(row => row.Id == account.Id);
        Assert.Equal((account.DisplayName, Instant, true, "user"), (read.DisplayName, read.LockoutEnd, read.LockoutEnabled, Assert.Single(read.Roles).Role));
        Assert.Equal([0, 1, 255], (await db.Sessions.AsNoTracking().SingleAsync(row => row.Id == session.Id)).TokenHash);
    }

    [Fact]
    public async Task What_is_there_by_its_key_or_another_unique_value_stays()
    {
        var there = SomeLink.New();
        await using var db = Open<UrlShortenerDb>();
        db.AddMany([there]);
        await SaveAsync(db);

        var added = SomeLink.New();
        db.AddMany([SomeLink.Of(Guid.CreateVersion7(), code: SomeLink.Code(), id: there.Id), SomeLink.Of(Guid.CreateVersion7(), code: there.Code), added, added]);
        await SaveAsync(db);

        Guid[] ids = [there.Id, added.Id];
        var read = await db.Links.AsNoTracking().Where(link => ids.Contains(link.Id) || link.Code == there.Code).OrderBy(link => link.Id).ToListAsync();
        Assert.Equal([(there.Code, there.OwnerId), (added.Code, added.OwnerId)], read.Select(link => (link.Code, link.OwnerId)));
    }

    [Fact]
    public async Task Rows_are_undone_with_their_unit_of_work()
    {
        var link = SomeLink.New();
        await using var db = Open<UrlShortenerDb>();
        db.AddMany([link]);
        db.AddMany([new LinkTag { OwnerId = Guid.CreateVersion7(), LinkId = Guid.CreateVersion7(), Tag = "of nothing" }]);

        await Assert.ThrowsAnyAsync<Exception>(() => SaveAsync(db));

        await using var again = Open<UrlShortenerDb>();
        Assert.False(await again.Links.AnyAsync(row => row.Id == link.Id));
    }

    [Fact]
    public async Task What_the_database_counts_is_left_to_it()
    {
        OutboxEvent[] events = [EventOf("bulk.first"), EventOf("bulk.second")];
        await using var db = Open<UrlShortenerDb>();

        db.AddMany(events);
        await SaveAsync(db);

        var read = await db.Set<OutboxEvent>().AsNoTracking().Where(row => row.Name.StartsWith("bulk.")).OrderBy(row => row.Position).ToListAsync();
        Assert.Equal(["bulk.first", "bulk.second"], read.Select(row => row.Name));
        Assert.Equal(2, read.Select(row => row.Position).Distinct().Count());
    }

    [Fact]
    public async Task More_rows_than_a_statement_has_parameters_are_one_unit_of_work()
    {
        var owner = Guid.CreateVersion7();
        await using var db = Open<UrlShortenerDb>();

        db.AddMany([.. Enumerable.Range(0, 40_000).Select(number => SomeLink.Of(owner, $"{number:D7}"))]);
        await SaveAsync(db);

        Assert.Equal(40_000, await db.Links.CountAsync(link => link.OwnerId == owner));
    }

    private static Link WholeLink()
    {
        var link = Link.Make(Guid.CreateVersion7(), SomeLink.Code(), Guid.CreateVersion7(), maxVisits: 7, Instant);
        link.LeadBy(new("https://example.org/ß", 301, null, null, ["one", "two"]), new(Guid.CreateVersion7(), 3));
        link.Restrict(7, isDisabled: true);
        link.Ban("spam", Instant.AddDays(1));
        return link;
    }

    private static AccountRow AccountOf(string name) => new()
    {
        Id = Guid.CreateVersion7(),
        UserName = name,
        NormalizedUserName = name.ToUpperInvariant(),
        UserNameSkeleton = name.ToUpperInvariant(),
        Email = $"{name}@example.org",
        NormalizedEmail = $"{name}@example.org".ToUpperInvariant(),
        DisplayName = name,
        PasswordHash = string.Empty,
        LockoutEnabled = true,
        CreatedAt = Instant,
    };

    private static OutboxEvent EventOf(string name) => new() { Id = Guid.CreateVersion7(), Name = name, Payload = "{}", OccurredAt = Instant, SettledAt = Instant };

    private static string Text(Link link) => string.Create(
        CultureInfo.InvariantCulture,
        $"""
        {link.Id} {link.Version} {link.Code} {link.OwnerId} {link.CreatedAt:O} {link.DocumentId} {link.DocumentShard} {link.SearchText} {link.MaxVisits}
        {link.VisitsSpent} {link.IsDisabled} {link.DeletedAt:O} {link.BannedAt:O} {link.BannedFor} {string.Join(',', link.Tags.Select(tag => tag.Tag).Order(StringComparer.Ordinal))}
        """);

    private TDb Open<TDb>()
        where TDb : ModuleDb => app.Services.GetRequiredService<IDbContextFactory<TDb>>().CreateDbContext();

    private Task SaveAsync<TDb>(TDb db)
        where TDb : ModuleDb => app.Services.GetRequiredService<IWriter<TDb>>().SaveAsync(db, CancellationToken.None);
}
