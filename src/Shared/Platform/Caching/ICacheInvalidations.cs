namespace SystemDesign.Platform.Caching;

/// <summary>
/// Carries word of a change to the first levels of the other instances. Best effort: what is lost on the way is made good by
/// the first level's lifetime, so nothing is stored, repeated or ordered.
/// </summary>
public interface ICacheInvalidations
{
    /// <summary>The change's answer waits for this, though not for long.</summary>
    Task PublishAsync(CacheInvalidation invalidation);

    /// <summary>
    /// From now on <paramref name="hear"/> is called for each invalidation of that cache, on any thread. It is quick and
    /// throws nothing; what this process published itself may come back to it.
    /// </summary>
    IDisposable Subscribe(string cache, Action<CacheInvalidation> hear);
}
