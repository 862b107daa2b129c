namespace SystemDesign.Platform.Background;

/// <summary>The bell of one piece of background work, for those who have something for it; it comes with the work.</summary>
public sealed class BellOf<TWork> : IDisposable
    where TWork : IBackgroundWork
{
    public Bell Bell { get; } = new();

    public void Ring() => Bell.Ring();

    public void Dispose() => Bell.Dispose();
}
