using System.Data.Common;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace SystemDesign.Tests.Integration.Outbox.Probe;

/// <summary>Makes one database command fail as if the process had died there: whatever came before it stands.</summary>
internal sealed class FaultInjector : DbCommandInterceptor
{
    private int remaining = -1;

    /// <summary>What happens before a command that changes something, beside it: nothing, unless a test says so. Called with its text.</summary>
    public Func<string, Task> Meanwhile { get; set; } = _ => Task.CompletedTask;

    /// <summary>Whether the fault that was armed has struck.</summary>
    public bool Struck { get; private set; }

    /// <param name="command">Which command from now on, beginning with 1.</param>
    public void Arm(int command)
    {
        Struck = false;
        remaining = command;
    }

    public void Disarm() => remaining = -1;

    public override ValueTask<InterceptionResult<DbDataReader>> ReaderExecutingAsync(
        DbCommand command, CommandEventData eventData, InterceptionResult<DbDataReader> result, CancellationToken cancellationToken = default)
    {
        Strike();
        return new(result);
    }

    public override async ValueTask<InterceptionResult<int>> NonQueryExecutingAsync(
        DbCommand command, CommandEventData eventData, InterceptionResult<int> result, CancellationToken cancellationToken = default)
    {
        Strike();
        await Meanwhile(command.CommandText);
        return result;
    }

    private void Strike()
    {
        if (Interlocked.Decrement(ref remaining) == 0)
        {
            Struck = true;
            throw new InjectedFaultException();
        }
    }
}

internal sealed class InjectedFaultException() : Exception("As if the process had died here.");
