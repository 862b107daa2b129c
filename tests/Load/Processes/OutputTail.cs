namespace SystemDesign.Tests.Load.Processes;

/// <summary>Enough of a process's output to see why it failed, however long it ran.</summary>
internal sealed class OutputTail
{
    private const int MaximumLines = 200;

    private readonly Lock access = new();
    private readonly Queue<string> lines = new();

    public void Add(string? line)
    {
        if (line is null)
        {
            return;
        }

        lock (access)
        {
            lines.Enqueue(line);
            if (lines.Count > MaximumLines)
            {
                lines.Dequeue();
            }
        }
    }

    public override string ToString()
    {
        lock (access)
        {
            return string.Join(Environment.NewLine, lines);
        }
    }
}
