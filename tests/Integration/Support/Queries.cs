using System.Collections.Concurrent;
using System.Data.Common;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace SystemDesign.Tests.Integration.Support;

/// <summary>What an application asks its databases, told apart by the values that it asks about, and by the requests that it asks for.</summary>
internal sealed class Queries : DbCommandInterceptor
{
    /// <summary>A request that carries it is counted under its value.</summary>
    public const string Header = "X-Counted-As";

    private readonly ConcurrentDictionary<object, int> counts = new();
    private readonly ConcurrentDictionary<string, ConcurrentQueue<string>> commands = new(StringComparer.Ordinal);
    private readonly HttpContextAccessor http = new();

    /// <summary>How many commands carried this value so far.</summary>
    public int With(object value) => counts.GetValueOrDefault(value);

    /// <summary>The commands so far of the requests that carry this in the <see cref="Header"/>.</summary>
    public IReadOnlyCollection<string> For(string name) => commands.TryGetValue(name, out var found) ? found : [];

    public override ValueTask<InterceptionResult<DbDataReader>> ReaderExecutingAsync(
        DbCommand command, CommandEventData eventData, InterceptionResult<DbDataReader> result, CancellationToken cancellationToken = default)
    {
        foreach (DbParameter parameter in command.Parameters)
        {
            counts.AddOrUpdate(parameter.Value ?? DBNull.Value, 1, (_, count) => count + 1);
        }

        if (http.HttpContext?.Request.Headers[Header] is [{ } name])
        {
            commands.GetOrAdd(name, _ => []).Enqueue(command.CommandText);
        }

        return base.ReaderExecutingAsync(command, eventData, result, cancellationToken);
    }
}
