using SystemDesign.Tests.Integration.Documents.Probe;
using SystemDesign.Tests.Integration.Support;

namespace SystemDesign.Tests.Integration.Documents;

/// <summary>A start that cannot succeed says in one sentence what to do.</summary>
public sealed class StartTests
{
    [EmbeddedFact]
    public async Task Refuses_a_damaged_shard_and_names_its_file()
    {
        await using var data = new HostData();
        await using var app = new SheetApp(2, data);
        await app.Store.PutManyAsync(app.New(1_000), CancellationToken.None);
        var file = app.Inside(1).File;
        await app.DisposeAsync();
        await using (var stream = new FileStream(file, FileMode.Open))
        {
            stream.Position = stream.Length / 2;
            stream.Write([.. Enumerable.Repeat((byte)0xA5, (int)(stream.Length / 2))]);
        }

        await AssertRefusedAsync(data, [Shards(2)], file, "backup");
    }

    [EmbeddedFact]
    public async Task Refuses_a_shard_that_cannot_be_a_file_and_names_it()
    {
        await using var data = new HostData();
        Directory.CreateDirectory(Path.Combine(data.Settings["Data:Path"], "test_sheets_0.db"));

        await AssertRefusedAsync(data, [], "test_sheets_0.db", "cannot be written");
    }

    [Theory]
    [InlineData("Documents:test_sheets:Shards", "Documents:test_sheets:Shards", "0")]
    [InlineData("Documents:test_sheets:Shards", "Documents:test_sheets:Shards", "65")]
    [InlineData("Documents:test_sheets:Shards", "Documents:test_sheets:Shards", "many")]
    [InlineData("Shard", "Documents:test_sheets:Shard", "3")]
    [InlineData("Documents:test_sheets:ConnectionStrings:1", "Documents:test_sheets:ConnectionStrings:1", "Host=localhost")]
    [InlineData("Documents:test_sheets:ConnectionStrings:first", "Documents:test_sheets:ConnectionStrings:first", "Host=localhost")]
    [InlineData("the stores are test_sheets", "Documents:test_sheet:Shards", "3")]
    public async Task Refuses_a_setting_that_cannot_be_and_names_it(string named, string setting, string value)
    {
        await using var data = new HostData();

        await AssertRefusedAsync(data, [$"--{setting}={value}"], named);
    }

    [DistributedTheory]
    [InlineData("nonsense")]
    [InlineData("Host=127.0.0.1;Port=1;Username=nobody")]
    public async Task Refuses_a_server_that_cannot_be_used_and_names_its_setting(string server)
    {
        await using var data = new HostData();

        await AssertRefusedAsync(data, [Shards(2), $"--Documents:test_sheets:ConnectionStrings:1={server}"], "Documents:test_sheets:ConnectionStrings:1");
    }

    [DistributedFact]
    public async Task Refuses_a_server_where_no_schema_may_be_made_and_starts_where_one_is_there_already()
    {
        await using var data = new HostData();
        await using var second = PostgresDatabase.Create();
        await using var role = await PostgresRole.CreateAsync(second);
        var server = $"--Documents:test_sheets:ConnectionStrings:0={role.ConnectionString}";
        await second.ExecuteAsync($"REVOKE CREATE ON DATABASE {second.Name} FROM {role.Name}");
        await AssertRefusedAsync(data, [server], "test_sheets_0", "Documents:test_sheets:ConnectionStrings:0");

        await second.ExecuteAsync($"GRANT CREATE ON DATABASE {second.Name} TO {role.Name}");
        Assert.Null(await SheetStart.RefusalAsync(data, server));
        await second.ExecuteAsync($"REVOKE CREATE ON DATABASE {second.Name} FROM {role.Name}");
        Assert.Null(await SheetStart.RefusalAsync(data, server));
    }

    [Fact]
    [Trait("Notes", "US-5")]
    public async Task Refuses_fewer_shards_than_there_are_and_goes_on_with_as_many()
    {
        await using var data = new HostData();
        Assert.Null(await SheetStart.RefusalAsync(data, Shards(3)));

        await AssertRefusedAsync(data, [Shards(2)], "Documents:test_sheets:Shards to 3");

        Assert.Null(await SheetStart.RefusalAsync(data, Shards(3)));
    }

    private static string Shards(int count) => $"--Documents:test_sheets:Shards={count}";

    private static async Task AssertRefusedAsync(HostData data, string[] settings, params string[] words)
    {
        var sentence = await SheetStart.RefusalAsync(data, settings);

        Assert.NotNull(sentence);
        Assert.All(words, word => Assert.Contains(word, sentence, StringComparison.Ordinal));
        Assert.DoesNotContain('\n', sentence);
    }
}
