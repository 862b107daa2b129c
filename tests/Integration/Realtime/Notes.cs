using SystemDesign.Kernel.Realtime;

namespace SystemDesign.Tests.Integration.Realtime;

/// <summary>What a module would have in its database: the frames of each user, with positions from 1 on. Instances may share it.</summary>
internal sealed class Notes
{
    private readonly Lock access = new();
    private readonly Dictionary<Guid, List<Frame>> kept = [];

    /// <summary>Whether it is as if the database were away.</summary>
    public bool IsAway { get; set; }

    public Frame Add(Guid userId, string text)
    {
        lock (access)
        {
            if (!kept.TryGetValue(userId, out var frames))
            {
                kept[userId] = frames = [];
            }

            frames.Add(new Frame("note", new Note(text), frames.Count + 1));
            return frames[^1];
        }
    }

    public IReadOnlyList<Frame> Of(Guid userId)
    {
        lock (access)
        {
            return IsAway ? throw new InvalidOperationException("The database is away.") : [.. kept.GetValueOrDefault(userId) ?? []];
        }
    }

    internal sealed record Note(string Text);
}
