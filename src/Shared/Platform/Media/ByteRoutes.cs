using Microsoft.AspNetCore.Builder;

namespace SystemDesign.Platform.Media;

/// <summary>Routes whose body is read as it comes, and is larger than any JSON of ours.</summary>
public static class ByteRoutes
{
    /// <param name="route">Reads the body itself.</param>
    /// <param name="contentType">As the documents show it; the route decides what it takes.</param>
    /// <param name="maximum">The largest body, in bytes, by the settings; a larger one is refused with 413.</param>
    public static TBuilder TakesBytes<TBuilder>(this TBuilder route, string contentType, Func<IServiceProvider, long> maximum)
        where TBuilder : IEndpointConventionBuilder
    {
        route.Add(endpoint =>
        {
            endpoint.Metadata.Add(new TakenBytes(contentType));
            endpoint.Metadata.Add(new BodyLimit(maximum(endpoint.ApplicationServices)));
        });
        return route;
    }
}
