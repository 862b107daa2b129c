using SystemDesign.Platform.Documents;
using SystemDesign.Tests.Integration.Documents.Probe;

namespace SystemDesign.Tests.Integration.Documents;

/// <summary>The promises of <see cref="DocumentStore{TDocument}"/>, which hold on both providers.</summary>
[Trait("Notes", "US-3")]
public sealed class DocumentStoreTests : IAsyncLifetime
{
    private readonly SheetApp app = new(shards: 3);

    private DocumentStore<Sheet> Store => app.Store;

    [Fact]
    public async Task A_document_is_found_until_it_is_removed_and_others_stay()
    {
        var removed = await app.PutAsync(new("removed", 1));
        var kept = await app.PutAsync(new("kept", 2));
        Assert.Equal(new("removed", 1), await Store.FindAsync(removed, CancellationToken.None));

        await Store.RemoveAsync([removed], CancellationToken.None);

        Assert.Null(await Store.FindAsync(removed, CancellationToken.None));
        Assert.Equal(new("kept", 2), await Store.FindAsync(kept, CancellationToken.None));
    }

    [Theory]
    [InlineData("")]
    [InlineData("nothing \0 between, 'quoted' \"twice\" \\ and back")]
    [InlineData("Müller 北京 🔗 \u202E")]
    public async Task Any_text_comes_back_as_it_was(string title)
    {
        var address = await app.PutAsync(new(title, int.MinValue));

        Assert.Equal(new(title, int.MinValue), await Store.FindAsync(address, CancellationToken.None));
    }

    [Fact]
    public async Task The_same_put_twice_at_once_and_again_is_there_once()
    {
        var (address, sheet) = app.New(1)[0];

        await Task.WhenAll(Enumerable.Range(0, 10).Select(_ => Store.PutAsync(address, sheet, CancellationToken.None)));
        await Store.PutManyAsync([(address, sheet), (address, sheet)], CancellationToken.None);

        Assert.Equal(sheet, await Store.FindAsync(address, CancellationToken.None));
        Assert.Single(await app.Inside(address.Shard).IdsAsync());
    }

    [Fact]
    public async Task Another_document_under_a_known_id_is_refused_and_the_first_stays()
    {
        var address = await app.PutAsync(new("first", 1));

        var alone = await Assert.ThrowsAnyAsync<InvalidOperationException>(() => Store.PutAsync(address, new("second", 2), CancellationToken.None));
        await Assert.ThrowsAnyAsync<InvalidOperationException>(() => Store.PutManyAsync([(address, new("third", 3))], CancellationToken.None));

        Assert.Contains(address.Id.ToString(), alone.Message, StringComparison.Ordinal);
        Assert.Equal(new("first", 1), await Store.FindAsync(address, CancellationToken.None));
    }

    [Fact]
    public async Task Whoever_is_refused_fails_alone()
    {
        var taken = await app.PutAsync(new("taken", 0));
        var sheets = app.New(50);

        var refused = Store.PutAsync(taken, new("other", 0), CancellationToken.None);
        await Task.WhenAll(sheets.Select(sheet => Store.PutAsync(sheet.Address, sheet.Sheet, CancellationToken.None)));

        await Assert.ThrowsAnyAsync<InvalidOperationException>(() => refused);
        Assert.Equal(50, (await Store.FindAsync([.. sheets.Select(sheet => sheet.Address)], CancellationToken.None)).Count);
    }

    [Fact]
    [Trait("Notes", "US-5")]
    public async Task Of_50_put_at_once_each_lies_on_the_shard_of_its_address_and_on_no_other()
    {
        var sheets = app.New(50);

        await Task.WhenAll(sheets.Select(sheet => Store.PutAsync(sheet.Address, sheet.Sheet, CancellationToken.None)));

        for (var shard = 0; shard < 3; shard++)
        {
            var expected = sheets.Where(sheet => sheet.Address.Shard == shard).Select(sheet => sheet.Address.Id).ToHashSet();
            Assert.NotEmpty(expected);
            Assert.Equal(expected, await app.Inside(shard).IdsAsync());
        }

        var found = await Store.FindAsync([.. sheets.Select(sheet => sheet.Address)], CancellationToken.None);
        Assert.Equal(sheets.ToDictionary(sheet => sheet.Address.Id, sheet => sheet.Sheet), found);
    }

    [Fact]
    public async Task Many_are_put_found_and_removed_together_and_what_is_not_there_does_not_matter()
    {
        var sheets = app.New(9_000);
        var addresses = sheets.Select(sheet => sheet.Address).ToList();
        DocumentAddress[] absent = [Store.Place(Guid.CreateVersion7()), Store.Place(Guid.CreateVersion7())];
        await Store.PutAsync(sheets[5].Address, sheets[5].Sheet, CancellationToken.None);

        await Store.PutManyAsync(sheets, CancellationToken.None);
        await Store.PutManyAsync(sheets, CancellationToken.None);

        var found = await Store.FindAsync([.. addresses, .. absent, addresses[0]], CancellationToken.None);
        Assert.Equal(sheets.ToDictionary(sheet => sheet.Address.Id, sheet => sheet.Sheet), found);

        await Store.RemoveAsync([.. addresses.Skip(1), .. absent], CancellationToken.None);
        Assert.Equal([addresses[0].Id], (await Store.FindAsync(addresses, CancellationToken.None)).Keys);
        await Store.RemoveAsync([], CancellationToken.None);
        Assert.Empty(await Store.FindAsync([], CancellationToken.None));
    }

    [Fact]
    public async Task When_one_of_many_is_refused_nothing_is_being_written_any_more()
    {
        var taken = await app.PutAsync(new("taken", 0));
        var sheets = app.New(5_000);

        await Assert.ThrowsAnyAsync<InvalidOperationException>(
            () => Store.PutManyAsync([(taken, new("other", 0)), .. sheets], CancellationToken.None));

        var written = await CountAsync();
        Assert.Equal(written, await CountAsync());
        await Store.PutManyAsync(sheets, CancellationToken.None);
        Assert.Equal(5_001, await CountAsync());
    }

    [Fact]
    public async Task A_list_goes_through_a_shard_in_order_and_stops_before_what_is_too_young()
    {
        var noon = new DateTimeOffset(2026, 1, 1, 12, 0, 0, TimeSpan.Zero);
        Guid[] ids = [.. Enumerable.Range(-10, 20).Select(milliseconds => Guid.CreateVersion7(noon.AddMilliseconds(milliseconds)))];
        foreach (var id in ids.Reverse())
        {
            await Store.PutAsync(new(id, 1), new("listed", 0), CancellationToken.None);
        }

        await Store.PutAsync(new(Guid.CreateVersion7(noon.AddHours(-1)), 2), new("elsewhere", 0), CancellationToken.None);

        var first = await Store.ListAsync(1, Guid.Empty, noon, 7, CancellationToken.None);
        var second = await Store.ListAsync(1, first[^1], noon, 7, CancellationToken.None);

        Assert.Equal(ids[..7], first);
        Assert.Equal(ids[7..10], second);
        Assert.Empty(await Store.ListAsync(1, second[^1], noon, 7, CancellationToken.None));
    }

    [Fact]
    public async Task A_shard_that_is_not_there_is_named()
    {
        var address = new DocumentAddress(Guid.CreateVersion7(), 3);

        var exception = await Assert.ThrowsAsync<InvalidOperationException>(async () => await Store.FindAsync(address, CancellationToken.None));

        Assert.Contains("test_sheets has no shard 3", exception.Message, StringComparison.Ordinal);
        await Assert.ThrowsAsync<InvalidOperationException>(() => Store.PutManyAsync([(address, new("nowhere", 0))], CancellationToken.None));
    }

    public Task InitializeAsync() => Task.CompletedTask;

    public Task DisposeAsync() => app.DisposeAsync().AsTask();

    private async Task<int> CountAsync()
    {
        var counts = await Task.WhenAll(Enumerable.Range(0, 3).Select(shard => app.Inside(shard).IdsAsync()));
        return counts.Sum(ids => ids.Count);
    }
}
