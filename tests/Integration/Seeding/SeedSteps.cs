using System.Data.Common;
using System.Globalization;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using SystemDesign.Platform.Documents;
using SystemDesign.Platform.Persistence;
using SystemDesign.Platform.Seeding;
using SystemDesign.Tests.Integration.Support;
using SystemDesign.UrlShortener;
using SystemDesign.UrlShortener.Data;
using SystemDesign.UrlShortener.Domain.Links;
using SystemDesign.Users;

namespace SystemDesign.Tests.Integration.Seeding;

/// <summary>What an operator does who wants data, and what is there afterwards.</summary>
internal static class SeedSteps
{
    /// <summary>The command, in this process.</summary>
    public static async Task SeedAsync(this HostData data, params string[] arguments) =>
        Assert.Equal(0, await SeedCommand.RunAsync([.. arguments, .. data.Arguments], [new UsersModule(), new UrlShortenerModule()]));

    public static App Open(this HostData data, Action<IServiceCollection>? services = null) => new(new AppSetup { Data = data, Services = services });

    /// <summary>Every row and document, as text; without the documents' ids, which are of the time when they were made.</summary>
    public static async Task<IReadOnlyList<string>> LinkRowsAsync(this App app)
    {
        await using var db = await app.Services.GetRequiredService<IDbContextFactory<UrlShortenerDb>>().CreateDbContextAsync();
        var links = await db.Links.AsNoTracking().Include(link => link.Tags).OrderBy(link => link.Id).ToListAsync();
        var documents = await app.DocumentsAsync(links);
        return
        [
            .. links.Select(link => Text(
                link.Id, link.Version, link.Code, link.OwnerId, link.CreatedAt, link.MaxVisits, link.VisitsSpent, link.IsDisabled, link.SearchText,
                Text([.. link.Tags.Select(tag => tag.Tag).Order(StringComparer.Ordinal)]), link.DocumentShard,
                documents[link.DocumentId!.Value] with { Tags = [] }, Text([.. documents[link.DocumentId!.Value].Tags]))),
            .. (await db.Set<VisitsByHour>().AsNoTracking().ToListAsync()).Select(row => Text(row.Code, row.Hour, row.Visits, row.Previews)).Order(StringComparer.Ordinal),
            .. (await db.Set<VisitsByReferrer>().AsNoTracking().ToListAsync()).Select(row => Text(row.Code, row.Referrer, row.Visits)).Order(StringComparer.Ordinal),
        ];
    }

    /// <summary>Of each link: that it is there is what its row promises.</summary>
    public static async Task<IReadOnlyDictionary<Guid, LinkDocument>> DocumentsAsync(this App app, IReadOnlyList<Link> links)
    {
        var addresses = links.Select(link => LinkDocuments.AddressOf(link.Document!.Value)).ToList();
        var documents = await app.Services.GetRequiredService<DocumentStore<LinkDocument>>().FindAsync(addresses, CancellationToken.None);
        Assert.Equal(links.Count, documents.Count);
        return documents;
    }

    public static async Task<int> CountAsync<TDb, TRow>(this App app)
        where TDb : ModuleDb
        where TRow : class
    {
        await using var db = await app.Services.GetRequiredService<IDbContextFactory<TDb>>().CreateDbContextAsync();
        return await db.Set<TRow>().CountAsync();
    }

    /// <summary>Ends when another process, at work on the same data, has so many links on disk.</summary>
    public static Task WaitForLinksAsync(this HostData data, int count) => data.WaitForAsync("url_shortener", "SELECT count(*) FROM {0}links", count);

    /// <summary>Ends when another process, at work on the same data, is amid an entry's way into feeds.</summary>
    public static Task WaitForFanOutAsync(this HostData data) => data.WaitForAsync("twitter", "SELECT coalesce(max(position), 0) FROM {0}fan_outs", 1);

    private static async Task WaitForAsync(this HostData data, string module, string count, int least)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromMinutes(5));
        using var tick = new PeriodicTimer(TimeSpan.FromMilliseconds(20));
        await using var connection = data.Connect(module);
        await connection.OpenAsync(patience.Token);
        await using var question = connection.CreateCommand();
        question.CommandText = string.Format(CultureInfo.InvariantCulture, count, Profile.IsDistributed ? $"{module}." : string.Empty);
        while (Convert.ToInt32(await question.ExecuteScalarAsync(patience.Token), CultureInfo.InvariantCulture) < least)
        {
            await tick.WaitForNextTickAsync(patience.Token);
        }
    }

    private static DbConnection Connect(this HostData data, string module) => Profile.IsDistributed
        ? new NpgsqlConnection(data.Settings["Persistence:ConnectionString"])
        : new SqliteConnection($"Data Source={Path.Combine(data.Settings["Data:Path"], $"{module}.db")};Mode=ReadOnly;Pooling=False");

    private static string Text(params ReadOnlySpan<object?> values) =>
        string.Join('|', values.ToArray().Select(value => Convert.ToString(value, CultureInfo.InvariantCulture)));
}
