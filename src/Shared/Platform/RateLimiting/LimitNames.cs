using Microsoft.AspNetCore.Routing;
using SystemDesign.Platform.Startup;

namespace SystemDesign.Platform.RateLimiting;

internal static class LimitNames
{
    /// <summary>The names of the limits that routes declare.</summary>
    /// <exception cref="StartRefusedException">The configuration sets a limit that no route has: it would do nothing.</exception>
    public static IReadOnlyCollection<string> Of(EndpointDataSource endpoints, RateLimitOptions options)
    {
        var limits = endpoints.Endpoints.SelectMany(endpoint => endpoint.Metadata.GetOrderedMetadata<RateLimit>()).Distinct().ToList();
        if (limits.CountBy(limit => limit.Name).FirstOrDefault(name => name.Value > 1) is { Key: { } ambiguous })
        {
            throw new InvalidOperationException($"Routes declare the limit '{ambiguous}' with different values: give it one, or two names.");
        }

        var names = limits.Select(limit => limit.Name).Order(StringComparer.Ordinal).ToList();
        return options.Groups.Keys.Except(names, StringComparer.OrdinalIgnoreCase).FirstOrDefault() is not { } unknown
            ? names
            : throw new StartRefusedException(
                $"Remove {RateLimitOptions.Section}:{nameof(RateLimitOptions.Groups)}:{unknown}, or name a limit that there is: {string.Join(", ", names)}.");
    }
}
