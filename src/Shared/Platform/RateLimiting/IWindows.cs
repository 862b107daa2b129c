namespace SystemDesign.Platform.RateLimiting;

/// <summary>Where it is kept who took how many in the last minute: in this process, or shared by the instances.</summary>
internal interface IWindows
{
    /// <summary>Takes one, if the limit allows one more; what is refused is not counted.</summary>
    /// <param name="limit">Of what.</param>
    /// <param name="caller">Whose.</param>
    /// <returns>Nothing, if nobody can tell now and the limit is closed then.</returns>
    ValueTask<Quota?> TakeAsync(RateLimit limit, Caller caller);
}
