namespace SystemDesign.Platform.RateLimiting;

/// <summary>Where it is kept who took how many in the last minute: in this process, or shared by the instances.</summary>
internal interface IWindows
{
    /// <summary>Takes one, if <paramref name="limit"/> allows one more; what is refused is not counted.</summary>
    /// <param name="key">Whose, and of which limit.</param>
    /// <param name="limit">How many there are in any minute; at least 1.</param>
    /// <param name="cancellationToken">Of the request.</param>
    ValueTask<Quota> TakeAsync(WindowKey key, int limit, CancellationToken cancellationToken);
}
