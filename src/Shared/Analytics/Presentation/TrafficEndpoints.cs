using MediatR;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using SystemDesign.Analytics.Domain.Forecasts;
using SystemDesign.Analytics.Domain.Traffic;
using SystemDesign.Platform.Http;

namespace SystemDesign.Analytics.Presentation;

internal static class TrafficEndpoints
{
    public static void Map(RouteGroupBuilder readers)
    {
        readers.MapGet("/traffic", ReadTrafficAsync);
        readers.MapGet("/networks", ReadNetworksAsync);
        readers.MapGet("/forecast", ReadForecastAsync);
    }

    /// <summary>How many requests came per second, by route, and how long they took (B2-23).</summary>
    /// <remarks>
    /// Of all instances, each of which writes once a minute: the last minute or so is missing. Minutes are kept for 2 days and hours for 60, unless
    /// set otherwise; days for ever. WebSockets and streams of events count as requests and are not measured.
    /// </remarks>
    /// <param name="from" example="2026-08-01T00:00:00Z">Where it begins; left out: 24 steps before the end.</param>
    /// <param name="to" example="2026-08-02T00:00:00Z">Where it ends, at most 1,500 steps later; left out: now.</param>
    /// <param name="step" example="hour"><c>minute</c>, <c>hour</c> or <c>day</c>; left out: <c>hour</c>.</param>
    /// <param name="route" example="/s/{code}">Of one template; left out: of all.</param>
    /// <param name="mediator">From the container.</param>
    /// <param name="cancellationToken">From the request.</param>
    /// <response code="200">By step, and by route over the whole time; steps without requests are left out.</response>
    /// <response code="400"><c>invalid-input</c>: the period or the route is none; <c>errors</c> says which.</response>
    /// <response code="401">No access token, or one that is not good any more.</response>
    /// <response code="403">For operators only.</response>
    private static async Task<Ok<TrafficReport>> ReadTrafficAsync(
        string? from, string? to, string? step, string? route, IMediator mediator, CancellationToken cancellationToken) =>
        TypedResults.Ok(await mediator.Send(new ReadTraffic(from, to, step, route), cancellationToken));

    /// <summary>Which networks sent the most requests in a day, to find who sends too many.</summary>
    /// <remarks>A network is an address cut to its first 24 bits, or 48 of IPv6; the rest is not kept. Of a day 5,000 are told apart, for 14 days.</remarks>
    /// <param name="day" example="2026-08-01">In UTC; left out: today.</param>
    /// <param name="mediator">From the container.</param>
    /// <param name="cancellationToken">From the request.</param>
    /// <response code="200">The first 100.</response>
    /// <response code="400"><c>invalid-input</c>: the day is none, or too long ago.</response>
    /// <response code="401">No access token, or one that is not good any more.</response>
    /// <response code="403">For operators only.</response>
    private static async Task<Ok<NetworksOfDay>> ReadNetworksAsync(string? day, IMediator mediator, CancellationToken cancellationToken) =>
        TypedResults.Ok(await mediator.Send(new ReadNetworks(day), cancellationToken));

    /// <summary>How many requests will come per second, and when they are more than the product bears (B2-23).</summary>
    /// <remarks>
    /// By the hours that were counted: with two weeks of them by Holt and Winters' method with a season of a week, with three days by one of a
    /// day, with 24 hours by a level and a trend, and with fewer not at all. What the product bears is set by <c>Analytics:CapacityRequestsPerSecond</c>; with
    /// a route it says when that route alone would fill it. Peaks within an hour are higher than its mean.
    /// </remarks>
    /// <param name="route" example="/s/{code}">Of one template; left out: of all.</param>
    /// <param name="horizonDays" example="90">How far ahead, 1 to 365; left out: 90.</param>
    /// <param name="mediator">From the container.</param>
    /// <param name="cancellationToken">From the request.</param>
    /// <response code="200">The method, the days, and when the capacity is reached.</response>
    /// <response code="400"><c>invalid-input</c>: the horizon or the route is none; <c>errors</c> says which.</response>
    /// <response code="401">No access token, or one that is not good any more.</response>
    /// <response code="403">For operators only.</response>
    private static async Task<Ok<TrafficForecast>> ReadForecastAsync(string? route, QueryNumber? horizonDays, IMediator mediator, CancellationToken cancellationToken) =>
        TypedResults.Ok(await mediator.Send(new ReadForecast(route, WholeOf(horizonDays)), cancellationToken));

    /// <returns>0, which is no horizon, for what is no whole number.</returns>
    private static int? WholeOf(QueryNumber? given) =>
        given is not { } number ? null
        : number.Value is { } value && value == Math.Truncate(value) && value is >= 0 and <= int.MaxValue ? (int)value
        : 0;
}
