namespace SystemDesign.Analytics.Domain.Traffic;

/// <summary>A request, less all that says who asked for what.</summary>
/// <param name="Route">The template, such as <c>/s/{code}</c>; <see cref="NoRoute"/> if it met none.</param>
/// <param name="Method">One of HTTP's.</param>
/// <param name="StatusClass">1 to 5: the first digit of the status.</param>
/// <param name="Took">Until the answer; of a WebSocket or a stream of events, its handshake.</param>
/// <param name="Network">Where it came from; nothing if that is not known.</param>
internal readonly record struct AnsweredRequest(string Route, string Method, int StatusClass, TimeSpan Took, Network? Network)
{
    public const string NoRoute = "(none)";

    public const int MaximumRouteLength = 200;
}
