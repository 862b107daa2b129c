using System.Data.Common;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace SystemDesign.Platform.Persistence;

/// <summary>
/// Sees each query when its answer begins. The statements of a unit of work are no queries: the unit is measured as a whole.
/// </summary>
internal sealed class QueryTelemetry(DatabaseTelemetry telemetry) : DbCommandInterceptor
{
    public override DbDataReader ReaderExecuted(DbCommand command, CommandExecutedEventData eventData, DbDataReader result)
    {
        Observe(eventData);
        return result;
    }

    public override ValueTask<DbDataReader> ReaderExecutedAsync(
        DbCommand command, CommandExecutedEventData eventData, DbDataReader result, CancellationToken cancellationToken = default)
    {
        Observe(eventData);
        return new(result);
    }

    public override void CommandFailed(DbCommand command, CommandErrorEventData eventData) => Observe(eventData, eventData.Exception);

    public override Task CommandFailedAsync(DbCommand command, CommandErrorEventData eventData, CancellationToken cancellationToken = default)
    {
        Observe(eventData, eventData.Exception);
        return Task.CompletedTask;
    }

    private void Observe(CommandEndEventData ended, Exception? failure = null)
    {
        if (ended is { CommandSource: CommandSource.LinqQuery or CommandSource.FromSqlQuery, Context: ModuleDb db })
        {
            telemetry.Read(db.Schema, ended.StartTime, ended.Duration, failure);
        }
    }
}
