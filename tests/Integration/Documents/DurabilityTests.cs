using System.Data.Common;
using Microsoft.Data.Sqlite;
using SystemDesign.Tests.Integration.Documents.Probe;
using SystemDesign.Tests.Integration.Support;

namespace SystemDesign.Tests.Integration.Documents;

/// <summary>What was acknowledged is there, and what is not there was not acknowledged.</summary>
[Trait("Notes", "US-3")]
public sealed class DurabilityTests
{
    [Fact]
    public async Task Another_start_finds_all_that_was_acknowledged()
    {
        await using var data = new HostData();
        await using var first = new SheetApp(2, data);
        var sheets = first.New(200);
        await Task.WhenAll(sheets.Take(100).Select(sheet => first.Store.PutAsync(sheet.Address, sheet.Sheet, CancellationToken.None)));
        await first.Store.PutManyAsync(sheets.Skip(100), CancellationToken.None);
        await first.DisposeAsync();
        Assert.DoesNotContain(data.Files(), file => file.Contains("test_sheets", StringComparison.Ordinal) && !file.EndsWith(".db", StringComparison.Ordinal));

        await using var second = new SheetApp(2, data);

        Assert.Equal(
            sheets.ToDictionary(sheet => sheet.Address.Id, sheet => sheet.Sheet),
            await second.Store.FindAsync([.. sheets.Select(sheet => sheet.Address)], CancellationToken.None));
    }

    [EmbeddedFact]
    public async Task What_was_accepted_is_written_before_the_application_ends()
    {
        await using var data = new HostData();
        await using var first = new SheetApp(1, data);
        var sheets = first.New(300);
        var puts = sheets.Select(sheet => first.Store.PutAsync(sheet.Address, sheet.Sheet, CancellationToken.None)).ToList();

        await first.DisposeAsync();

        Assert.True(puts.All(put => put.IsCompleted));
        await Task.WhenAll(puts);
        await using var second = new SheetApp(1, data);
        Assert.Equal(300, (await second.Store.FindAsync([.. sheets.Select(sheet => sheet.Address)], CancellationToken.None)).Count);
    }

    [EmbeddedFact]
    public async Task When_a_commit_fails_all_of_its_batch_hear_of_it_and_the_next_batch_succeeds()
    {
        await using var app = new SheetApp();
        await app.Inside(0).ExecuteAsync(
            """
            CREATE TABLE parents (id INTEGER PRIMARY KEY);
            CREATE TABLE children (parent INTEGER REFERENCES parents (id) DEFERRABLE INITIALLY DEFERRED);
            CREATE TRIGGER fault AFTER INSERT ON documents WHEN NEW.body LIKE '%poison%' BEGIN INSERT INTO children VALUES (1); END
            """);
        var innocent = app.New(5);
        IReadOnlyList<Task> puts;
        await using (var other = await app.Inside(0).OpenAsync())
        await using (await other.BeginTransactionAsync())
        {
            // Another writer has the file, so all of these wait for the same transaction.
            puts =
            [
                app.Store.PutAsync(innocent[0].Address, innocent[0].Sheet, CancellationToken.None),
                app.PutAsync(new("poison", 0)),
                .. innocent.Skip(1).Select(sheet => app.Store.PutAsync(sheet.Address, sheet.Sheet, CancellationToken.None)),
            ];
        }

        foreach (var put in puts)
        {
            await Assert.ThrowsAsync<SqliteException>(() => put);
        }

        Assert.Empty(await app.Inside(0).IdsAsync());
        await Task.WhenAll(innocent.Select(sheet => app.Store.PutAsync(sheet.Address, sheet.Sheet, CancellationToken.None)));
        Assert.Equal(innocent.Select(sheet => sheet.Address.Id).ToHashSet(), await app.Inside(0).IdsAsync());
    }

    [DistributedFact]
    public async Task A_commit_that_fails_is_reported_and_leaves_nothing()
    {
        await using var app = new SheetApp();
        await app.Inside(0).ExecuteAsync(
            """
            CREATE FUNCTION test_sheets_0.fault() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE EXCEPTION 'injected'; END $$;
            CREATE CONSTRAINT TRIGGER fault AFTER INSERT ON test_sheets_0.documents DEFERRABLE INITIALLY DEFERRED
                FOR EACH ROW WHEN (NEW.body LIKE '%poison%') EXECUTE FUNCTION test_sheets_0.fault()
            """);
        var innocent = app.New(2);

        await Assert.ThrowsAnyAsync<DbException>(() => app.PutAsync(new("poison", 0)));
        await Assert.ThrowsAnyAsync<DbException>(() => app.Store.PutManyAsync(
            [innocent[0], (app.Store.Place(Guid.CreateVersion7()), new("poison", 0)), innocent[1]], CancellationToken.None));

        Assert.Empty(await app.Inside(0).IdsAsync());
        await app.Store.PutManyAsync(innocent, CancellationToken.None);
        Assert.Equal(2, (await app.Inside(0).IdsAsync()).Count);
    }

    [EmbeddedFact]
    public async Task What_its_caller_gave_up_before_its_turn_is_not_written()
    {
        await using var app = new SheetApp();
        using var gaveUp = new CancellationTokenSource();
        var (address, sheet) = app.New(1)[0];
        Task put;
        await using (var other = await app.Inside(0).OpenAsync())
        await using (await other.BeginTransactionAsync())
        {
            put = app.Store.PutAsync(address, sheet, gaveUp.Token);
            await gaveUp.CancelAsync();
        }

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => put);
        await app.PutAsync(new("next", 0));
        Assert.Null(await app.Store.FindAsync(address, CancellationToken.None));
    }
}
