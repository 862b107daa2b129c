using MediatR;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using SystemDesign.Analytics.Domain.CustomEvents;
using SystemDesign.Analytics.Domain.Distinct;
using SystemDesign.Analytics.Domain.Events;

namespace SystemDesign.Analytics.Presentation;

internal static class CountEndpoints
{
    public static void Map(RouteGroupBuilder readers)
    {
        readers.MapGet("/events", ReadEventsAsync);
        readers.MapGet("/events/{name}/properties", ReadPropertiesAsync);
        readers.MapGet("/users", ReadUsersAsync);
    }

    /// <summary>How often what happened in every module.</summary>
    /// <remarks>
    /// Each event is counted once, when it was told and not when it arrived: late ones raise their own minute, hour and day. Minutes are kept
    /// for 2 days and hours for 60, unless set otherwise; days for ever.
    /// </remarks>
    /// <param name="from" example="2026-08-01T00:00:00Z">Where it begins; left out: 24 steps before the end.</param>
    /// <param name="to" example="2026-08-02T00:00:00Z">Where it ends, at most 1,500 steps later; left out: now.</param>
    /// <param name="step" example="hour"><c>minute</c>, <c>hour</c> or <c>day</c>; left out: <c>hour</c>.</param>
    /// <param name="name" example="users.user-registered.v1">Of one event; left out: of all.</param>
    /// <param name="module" example="users">Of one module; <c>custom</c>: what clients sent; left out: of all.</param>
    /// <param name="mediator">From the container.</param>
    /// <param name="cancellationToken">From the request.</param>
    /// <response code="200">The counts; steps in which nothing happened are left out.</response>
    /// <response code="400"><c>invalid-input</c>: the period or a name is none; <c>errors</c> says which.</response>
    /// <response code="401">No access token, or one that is not good any more.</response>
    /// <response code="403">For operators only.</response>
    private static async Task<Ok<EventCounts>> ReadEventsAsync(
        string? from, string? to, string? step, string? name, string? module, IMediator mediator, CancellationToken cancellationToken) =>
        TypedResults.Ok(await mediator.Send(new ReadEventCounts(from, to, step, name, module), cancellationToken));

    /// <summary>Which values the properties of a custom event had, and how often.</summary>
    /// <param name="name" example="checkout.started">As clients sent it.</param>
    /// <param name="from" example="2026-08-01">The first day; left out: 24 days before the end.</param>
    /// <param name="to" example="2026-08-08">The end of the last day; left out: now.</param>
    /// <param name="mediator">From the container.</param>
    /// <param name="cancellationToken">From the request.</param>
    /// <response code="200">Of the properties that are counted (<c>Analytics:Properties</c>), the most frequent first.</response>
    /// <response code="400"><c>invalid-input</c>: the period or the name is none; <c>errors</c> says which.</response>
    /// <response code="401">No access token, or one that is not good any more.</response>
    /// <response code="403">For operators only.</response>
    private static async Task<Ok<PropertyCounts>> ReadPropertiesAsync(string name, string? from, string? to, IMediator mediator, CancellationToken cancellationToken) =>
        TypedResults.Ok(await mediator.Send(new ReadPropertyCounts(name, from, to), cancellationToken));

    /// <summary>How many different users did something.</summary>
    /// <remarks>
    /// Estimated by HyperLogLog, with 16,384 registers: the standard error is 0.81 %. Up to some 4,000 users the figure is nearly exact.
    /// Who the users are is not known here.
    /// </remarks>
    /// <param name="from" example="2026-08-01T00:00:00Z">Where it begins; left out: 24 steps before the end.</param>
    /// <param name="to" example="2026-08-08T00:00:00Z">Where it ends, at most 1,500 steps later; left out: now.</param>
    /// <param name="step" example="day"><c>hour</c> or <c>day</c>; left out: <c>hour</c>.</param>
    /// <param name="name" example="url-shortener.link-shortened.v1">Of one event, by the day; left out: of all.</param>
    /// <param name="mediator">From the container.</param>
    /// <param name="cancellationToken">From the request.</param>
    /// <response code="200">By step, and over the whole time.</response>
    /// <response code="400"><c>invalid-input</c>: the period or the name is none; <c>errors</c> says which.</response>
    /// <response code="401">No access token, or one that is not good any more.</response>
    /// <response code="403">For operators only.</response>
    private static async Task<Ok<DistinctUsers>> ReadUsersAsync(
        string? from, string? to, string? step, string? name, IMediator mediator, CancellationToken cancellationToken) =>
        TypedResults.Ok(await mediator.Send(new ReadDistinctUsers(from, to, step, name), cancellationToken));
}
