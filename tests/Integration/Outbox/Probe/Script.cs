using System.Collections.Concurrent;

namespace SystemDesign.Tests.Integration.Outbox.Probe;

/// <summary>What the handlers do besides noting that they ran: nothing, unless a test says so.</summary>
internal sealed class Script
{
    /// <summary>Called with the handler's name and the event's number.</summary>
    public Func<string, int, Task> Before { get; set; } = (_, _) => Task.CompletedTask;

    /// <summary>Whether handlers of <see cref="Happened"/> tell <see cref="Followed"/>.</summary>
    public bool Follow { get; set; }

    /// <summary>Runs, also those that were undone.</summary>
    public ConcurrentQueue<(string Handler, int Number)> Runs { get; } = new();

    /// <summary>As <see cref="Before"/>, for handlers that mind how long they take.</summary>
    public Func<int, CancellationToken, Task> Hang { get; set; } = (_, _) => Task.CompletedTask;

    public Task RunAsync(string handler, int number)
    {
        Runs.Enqueue((handler, number));
        return Before(handler, number);
    }
}
