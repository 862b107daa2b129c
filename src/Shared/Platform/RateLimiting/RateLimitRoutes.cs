using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.Extensions.DependencyInjection;

namespace SystemDesign.Platform.RateLimiting;

/// <summary>
/// How a route says how often it may be asked. Routes with the same name share one limit; where a route and the group
/// that it is in each have one, the route's own counts.
/// </summary>
public static partial class RateLimitRoutes
{
    private const string DefaultName = "default";
    private const int DefaultPerMinute = 600;
    private const string ProblemJson = "application/problem+json";

    /// <summary>Each user may ask so often in any minute; where nobody is signed in, each address.</summary>
    /// <param name="routes">One route or a group of them.</param>
    /// <param name="name"><c>module.what-is-done</c>. Clients see it, and <c>RateLimiting:Groups:{name}:PerMinute</c> sets it.</param>
    /// <param name="perMinute">Unless the configuration says something else; at least 1.</param>
    public static TBuilder LimitPerUser<TBuilder>(this TBuilder routes, string name, int perMinute)
        where TBuilder : IEndpointConventionBuilder => Limit(routes, name, perMinute, CountedBy.User);

    /// <summary>Each address may ask so often in any minute, whoever is signed in there.</summary>
    /// <inheritdoc cref="LimitPerUser"/>
    public static TBuilder LimitPerAddress<TBuilder>(this TBuilder routes, string name, int perMinute)
        where TBuilder : IEndpointConventionBuilder => Limit(routes, name, perMinute, CountedBy.Address);

    /// <summary>For all the routes below <c>/api</c> that say nothing else: one limit for them together.</summary>
    internal static TBuilder LimitByDefault<TBuilder>(this TBuilder routes)
        where TBuilder : IEndpointConventionBuilder => routes.LimitPerUser(DefaultName, DefaultPerMinute);

    private static TBuilder Limit<TBuilder>(TBuilder routes, string name, int perMinute, CountedBy countedBy)
        where TBuilder : IEndpointConventionBuilder
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(perMinute, 1);
        if (!Name().IsMatch(name))
        {
            throw new ArgumentException($"'{name}' is no name of a limit: write module.what-is-done.", nameof(name));
        }

        routes.Add(endpoint =>
        {
            var limit = endpoint.ApplicationServices.GetRequiredService<RateLimitOptions>().Limit(name, perMinute, countedBy);
            endpoint.Metadata.Add(limit);

            // Nothing is decided by it: the framework's metrics call the limit by it.
            endpoint.Metadata.Add(new EnableRateLimitingAttribute(name));
            endpoint.Metadata.Add(new ProducesResponseTypeMetadata(StatusCodes.Status429TooManyRequests, typeof(ProblemDetails), [ProblemJson]));
            if (limit.OnOutage is OnOutage.Closed)
            {
                endpoint.Metadata.Add(new ProducesResponseTypeMetadata(StatusCodes.Status503ServiceUnavailable, typeof(ProblemDetails), [ProblemJson]));
            }
        });
        return routes;
    }

    /// <summary>What stands in a quoted string of a header and in a setting's path as it is.</summary>
    [GeneratedRegex("^[a-z0-9-]+(\\.[a-z0-9-]+)?\\z")]
    private static partial Regex Name();
}
