using SystemDesign.Platform.Persistence;
using SystemDesign.Platform.Persistence.Sqlite;

namespace SystemDesign.Platform.Documents.Sqlite;

/// <summary>A file for each shard, in the data folder.</summary>
internal sealed class SqliteShards(SqliteFiles files, DatabaseTelemetry telemetry) : IShards
{
    public IShard Open(string store, int number) => new SqliteShard(files, NameOf(store, number), telemetry);

    public Task<int> CountAsync(string store, CancellationToken cancellationToken) =>
        Task.FromResult(Enumerable.Range(0, DocumentOptions.MaximumShards).LastOrDefault(number => files.Exists(NameOf(store, number)), -1) + 1);

    private static string NameOf(string store, int number) => $"{store}_{number}";
}
