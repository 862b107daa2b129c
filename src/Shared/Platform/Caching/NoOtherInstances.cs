namespace SystemDesign.Platform.Caching;

/// <summary>There is nobody to tell, or no way to: other instances see a change when the first level's lifetime has passed.</summary>
internal sealed class NoOtherInstances : ICacheInvalidations
{
    public Task PublishAsync(CacheInvalidation invalidation) => Task.CompletedTask;

    public IDisposable Subscribe(string cache, Action<CacheInvalidation> hear) => Nothing.Instance;

    private sealed class Nothing : IDisposable
    {
        public static readonly Nothing Instance = new();

        public void Dispose()
        {
        }
    }
}
