using System.Collections.Concurrent;
using System.Data.Common;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace SystemDesign.Tests.Integration.Support;

/// <summary>What an application asks its databases, told apart by the values that it asks about.</summary>
internal sealed class Queries : DbCommandInterceptor
{
    private readonly ConcurrentDictionary<object, int> counts = new();

    /// <summary>How many commands carried this value so far.</summary>
    public int With(object value) => counts.GetValueOrDefault(value);

    public override ValueTask<InterceptionResult<DbDataReader>> ReaderExecutingAsync(
        DbCommand command, CommandEventData eventData, InterceptionResult<DbDataReader> result, CancellationToken cancellationToken = default)
    {
        foreach (DbParameter parameter in command.Parameters)
        {
            counts.AddOrUpdate(parameter.Value ?? DBNull.Value, 1, (_, count) => count + 1);
        }

        return base.ReaderExecutingAsync(command, eventData, result, cancellationToken);
    }
}
