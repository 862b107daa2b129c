using Microsoft.Data.Sqlite;
using SystemDesign.Platform.Persistence.Sqlite;

namespace SystemDesign.Platform.Documents.Sqlite;

/// <summary>
/// Prepared statements in the shared transaction. Without a savepoint: the only thing that one of them can violate is what its
/// store promises, and what it has written until then is as good as an orphan.
/// </summary>
internal sealed class ShardWrite(Action<SqliteConnection, SqliteTransaction> work, CancellationToken cancellationToken) : SqliteWrite(cancellationToken)
{
    protected override Task WriteAsync(SqliteConnection connection, SqliteTransaction transaction)
    {
        work(connection, transaction);
        return Task.CompletedTask;
    }
}
