namespace SystemDesign.Platform.Caching.Levels;

/// <summary>What the second level answers.</summary>
/// <param name="Generation">The key's, to write with what the store says; nothing if the second level must be left alone.</param>
/// <param name="Entry">One that can be believed.</param>
internal sealed record SharedAnswer<TValue>(Guid? Generation, SharedEntry<TValue>? Entry)
{
    public static readonly SharedAnswer<TValue> LeaveAlone = new(null, null);
}
