using SystemDesign.Platform.Documents;
using SystemDesign.Tests.Integration.Documents.Probe;
using SystemDesign.Tests.Integration.Support;

namespace SystemDesign.Tests.Integration.Documents;

[Trait("Notes", "US-5")]
public sealed class ShardTests
{
    [Fact]
    public async Task More_shards_move_nothing_and_each_gets_its_share_of_what_is_new()
    {
        await using var data = new HostData();
        await using var before = new SheetApp(1, data);
        var old = before.New(100);
        await before.Store.PutManyAsync(old, CancellationToken.None);
        Assert.All(old, sheet => Assert.Equal(0, sheet.Address.Shard));
        await before.DisposeAsync();

        await using var after = new SheetApp(3, data);
        var added = after.New(600);
        await after.Store.PutManyAsync(added, CancellationToken.None);

        Assert.Equal(3, after.Store.ShardCount);
        Assert.Equal(
            old.ToDictionary(sheet => sheet.Address.Id, sheet => sheet.Sheet),
            await after.Store.FindAsync([.. old.Select(sheet => sheet.Address)], CancellationToken.None));
        Assert.Equal(600, (await after.Store.FindAsync([.. added.Select(sheet => sheet.Address)], CancellationToken.None)).Count);
        for (var shard = 0; shard < 3; shard++)
        {
            // 200 of 600, and six times the deviation that chance allows.
            Assert.InRange((await after.Inside(shard).IdsAsync()).Except(old.Select(sheet => sheet.Address.Id)).Count(), 130, 270);
        }
    }

    [DistributedFact]
    public async Task Shards_lie_on_the_servers_that_their_settings_name()
    {
        await using var data = new HostData();
        await using var second = PostgresDatabase.Create();
        (string, string)[] servers = [("Documents:test_sheets:ConnectionStrings:1", second.ConnectionString)];
        await using var app = new SheetApp(2, data, servers);
        var sheets = app.New(40);

        await Task.WhenAll(sheets.Select(sheet => app.Store.PutAsync(sheet.Address, sheet.Sheet, CancellationToken.None)));

        Assert.Equal(IdsOn(0), await app.Inside(0).IdsAsync());
        Assert.Equal(IdsOn(1), await app.Inside(1).IdsAsync(second.ConnectionString));
        Assert.Equal(40, (await app.Store.FindAsync([.. sheets.Select(sheet => sheet.Address)], CancellationToken.None)).Count);

        HashSet<Guid> IdsOn(int shard) => [.. sheets.Select(sheet => sheet.Address).Where(address => address.Shard == shard).Select(address => address.Id)];
    }

    [DistributedFact]
    public async Task Instances_that_start_at_once_on_an_empty_database_read_each_others_documents()
    {
        await using var data = new HostData();
        var instances = await Task.WhenAll(Enumerable.Range(0, 3).Select(_ => Task.Run(() => new SheetApp(3, data))));
        List<DocumentAddress> addresses = [];

        foreach (var instance in instances)
        {
            addresses.Add(await instance.PutAsync(new("shared", addresses.Count)));
        }

        foreach (var instance in instances)
        {
            Assert.Equal(3, (await instance.Store.FindAsync(addresses, CancellationToken.None)).Count);
            await instance.DisposeAsync();
        }
    }
}
