using FsCheck;
using FsCheck.Fluent;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using SystemDesign.Kernel.Errors;
using SystemDesign.Platform.Paging;

namespace SystemDesign.Tests.Unit.Platform;

/// <summary>Pages of a list that others change meanwhile, sorted by keys of which only the last is unique.</summary>
public sealed class KeysetTests
{
    private static readonly Keyset<Row> BestFirst = new Keyset<Row>().Descending(row => row.Score).Ascending(row => row.Name).Ascending(row => row.Id);

    [Fact]
    public void Whatever_comes_and_goes_between_pages_what_is_there_throughout_is_shown_once_and_in_order() =>
        Prop.ForAll(Runs().ToArbitrary(), ReadThroughAsync)
            .Check(Config.QuickThrowOnFailure.WithMaxTest(150));

    [Fact]
    public async Task A_page_that_holds_the_rest_is_the_last()
    {
        await using var db = Open();
        await db.FillAsync([3, 2, 1]);

        var whole = await db.Rows.ToPageAsync(BestFirst, "rows", new(null, 3), CancellationToken.None);
        var first = await db.Rows.ToPageAsync(BestFirst, "rows", new(null, 2), CancellationToken.None);
        var second = await db.Rows.ToPageAsync(BestFirst, "rows", new(first.Next, 2), CancellationToken.None);

        Assert.Null(whole.Next);
        Assert.Equal([3, 2], first.Items.Select(row => row.Score));
        Assert.Equal([1], second.Items.Select(row => row.Score));
        Assert.Null(second.Next);
    }

    [Fact]
    public async Task The_next_page_is_one_query_whatever_the_position_with_no_offset()
    {
        await using var db = Open();
        var row = new Row { Id = 1, Score = 2, Name = "n" };

        var sql = BestFirst.Sort(BestFirst.After(BestFirst.PositionOf(row), db.Rows)).Take(3).ToQueryString();
        var other = BestFirst.Sort(BestFirst.After(BestFirst.PositionOf(new Row { Id = 9, Score = 8, Name = "m" }), db.Rows)).Take(3).ToQueryString();

        Assert.DoesNotContain("OFFSET", sql, StringComparison.Ordinal);
        Assert.DoesNotContain("CASE", sql, StringComparison.Ordinal);
        Assert.Contains("\"Score\" <= @", sql, StringComparison.Ordinal);
        Assert.Equal(WithoutParameters(sql), WithoutParameters(other));
    }

    [Theory]
    [InlineData("""[]""")]
    [InlineData("""[1]""")]
    [InlineData("""[1,"a",2,3]""")]
    [InlineData("""["a","a",2]""")]
    [InlineData("""[1,"\u0000",2]""")]
    [InlineData("""[1,null,2]""")]
    [InlineData("""[1e999,"a",2]""")]
    [InlineData("""{}""")]
    [InlineData("""null""")]
    [InlineData("no json")]
    public async Task A_forged_position_is_refused(string position)
    {
        await using var db = Open();
        var cursor = Cursor.Write("rows", System.Text.Encoding.UTF8.GetBytes(position));

        var refused = await Assert.ThrowsAsync<InvalidException>(() => db.Rows.ToPageAsync(BestFirst, "rows", new(cursor, 2), CancellationToken.None));

        Assert.Equal("invalid-cursor", refused.Code);
    }

    private static async Task<bool> ReadThroughAsync(Run run)
    {
        await using var db = Open();
        await db.FillAsync(run.Scores);
        var throughout = await db.Rows.AsNoTracking().ToDictionaryAsync(row => row.Id);
        var changes = new Queue<Change>(run.Changes);
        var shown = new List<Row>();
        string? next = null;
        do
        {
            var page = await db.Rows.AsNoTracking().ToPageAsync(BestFirst, "rows", new(next, run.Limit), CancellationToken.None);
            shown.AddRange(page.Items);
            next = page.Next;
            for (var count = 0; count < 2 && changes.TryDequeue(out var change); count++)
            {
                await db.ApplyAsync(change, throughout);
            }
        }
        while (next is not null);

        return shown.Select(row => row.Id).Distinct().Count() == shown.Count
            && throughout.Keys.All(id => shown.Any(row => row.Id == id))
            && shown.SequenceEqual(shown.OrderByDescending(row => row.Score).ThenBy(row => row.Name, StringComparer.Ordinal).ThenBy(row => row.Id));
    }

    private static Gen<Run> Runs() =>
        from count in Gen.Choose(0, 30)
        from scores in Gen.Choose(0, 4).ArrayOf(count)
        from changes in Changes().ArrayOf(12)
        from limit in Gen.Choose(1, 7)
        select new Run(scores, changes, limit);

    private static Gen<Change> Changes() =>
        from insert in Gen.Elements(true, false)
        from number in Gen.Choose(0, 40)
        select new Change(insert, number);

    private static string WithoutParameters(string sql) => string.Join('\n', sql.Split('\n').Where(line => !line.StartsWith(".param", StringComparison.Ordinal)));

    private static Database Open()
    {
        var connection = new SqliteConnection("Data Source=:memory:");
        connection.Open();
        var db = new Database(new DbContextOptionsBuilder<Database>().UseSqlite(connection, contextOwnsConnection: true).Options);
        db.Database.EnsureCreated();
        return db;
    }

    private sealed record Run(int[] Scores, Change[] Changes, int Limit);

    private sealed record Change(bool Insert, int Number);

    private sealed class Row
    {
        public int Id { get; init; }

        public required int Score { get; init; }

        public required string Name { get; init; }
    }

    private sealed class Database(DbContextOptions<Database> options) : DbContext(options)
    {
        public DbSet<Row> Rows => Set<Row>();

        public async Task FillAsync(IReadOnlyList<int> scores)
        {
            AddRange(scores.Select((score, index) => new Row { Score = score, Name = NameOf(index) }));
            await SaveChangesAsync();
            ChangeTracker.Clear();
        }

        public async Task ApplyAsync(Change change, Dictionary<int, Row> throughout)
        {
            if (change.Insert)
            {
                await FillAsync([change.Number % 5]);
            }
            else if (await Rows.AsNoTracking().OrderBy(row => row.Id).Skip(change.Number).FirstOrDefaultAsync() is { } row)
            {
                throughout.Remove(row.Id);
                await Rows.Where(stored => stored.Id == row.Id).ExecuteDeleteAsync();
            }
        }

        private static string NameOf(int index) => (index % 3) switch { 0 => "b", 1 => "a", _ => "ü'%" };
    }
}
