using MediatR;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using SystemDesign.Notifications.Domain.Preferences;
using SystemDesign.Platform.Editing;

namespace SystemDesign.Notifications.Presentation;

internal static class PreferenceEndpoints
{
    public static void Map(RouteGroupBuilder api)
    {
        api.MapGet("/preferences", ReadAsync)
            .Produces(StatusCodes.Status304NotModified)
            .ProducesProblem(StatusCodes.Status401Unauthorized);
        api.MapPatch("/preferences", EditAsync).AcceptsMergePatch<EditMyPreferences>()
            .ProducesProblem(StatusCodes.Status400BadRequest)
            .ProducesProblem(StatusCodes.Status401Unauthorized)
            .ProducesProblem(StatusCodes.Status412PreconditionFailed)
            .ProducesProblem(StatusCodes.Status415UnsupportedMediaType);
        api.MapPut("/preferences/{topic}", ChooseAsync)
            .ProducesProblem(StatusCodes.Status400BadRequest)
            .ProducesProblem(StatusCodes.Status401Unauthorized)
            .ProducesProblem(StatusCodes.Status404NotFound);
        api.MapDelete("/preferences/{topic}", ResetAsync)
            .ProducesProblem(StatusCodes.Status401Unauthorized)
            .ProducesProblem(StatusCodes.Status404NotFound);
    }

    /// <summary>When and where I want to hear of what.</summary>
    /// <remarks>
    /// Unless I chose: everything is in the inbox and on registered devices; e-mail is for important and urgent topics, SMS for urgent ones. What holds when a message is
    /// sent counts, not what did when it was written.
    /// </remarks>
    /// <response code="200">My preferences, and in <c>ETag</c> their version.</response>
    /// <response code="304">The version named in <c>If-None-Match</c> is still the current one.</response>
    /// <response code="401">No access token, or one that is not good any more.</response>
    private static async Task<Ok<MyPreferences>> ReadAsync(IMediator mediator, CancellationToken cancellationToken) =>
        TypedResults.Ok(await mediator.Send(new ReadMyPreferences(), cancellationToken));

    /// <summary>Changes my time zone and quiet hours.</summary>
    /// <remarks>In quiet hours e-mail, SMS and push wait until they end, less those about urgent topics and codes that I asked for. The inbox and live connections make no noise, and never wait.</remarks>
    /// <param name="request">What is left out stays.</param>
    /// <param name="precondition">From the headers.</param>
    /// <param name="mediator">From the container.</param>
    /// <param name="cancellationToken">From the request.</param>
    /// <response code="200">My preferences as they are now, and in <c>ETag</c> their new version.</response>
    /// <response code="400"><c>invalid-input</c>: a value breaks a rule; <c>errors</c> says which.</response>
    /// <response code="401">No access token, or one that is not good any more.</response>
    /// <response code="412"><c>precondition-failed</c>: the version in <c>If-Match</c> is not the current one any more.</response>
    /// <response code="415">No merge patch; <c>Accept-Patch</c> says what is.</response>
    private static async Task<Ok<MyPreferences>> EditAsync(
        EditMyPreferences request, RequestPrecondition precondition, IMediator mediator, CancellationToken cancellationToken) =>
        TypedResults.Ok(await mediator.Send(request with { Precondition = precondition.Value }, cancellationToken));

    /// <summary>Chooses where I hear of a topic.</summary>
    /// <param name="topic" example="messages">Its name.</param>
    /// <param name="request">All four.</param>
    /// <param name="mediator">From the container.</param>
    /// <param name="cancellationToken">From the request.</param>
    /// <response code="200">As it is now; what waits to be sent keeps to it.</response>
    /// <response code="400"><c>invalid-input</c>: this topic cannot be kept out of the inbox.</response>
    /// <response code="401">No access token, or one that is not good any more.</response>
    /// <response code="404"><c>notifications.topic-not-found</c>: there is no such topic.</response>
    private static async Task<Ok<TopicChoices>> ChooseAsync(string topic, ChooseChannels request, IMediator mediator, CancellationToken cancellationToken) =>
        TypedResults.Ok(await mediator.Send(request with { Topic = topic }, cancellationToken));

    /// <summary>I hear of a topic where everybody does by default.</summary>
    /// <param name="topic" example="messages">Its name.</param>
    /// <param name="mediator">From the container.</param>
    /// <param name="cancellationToken">From the request.</param>
    /// <response code="200">As it is now.</response>
    /// <response code="401">No access token, or one that is not good any more.</response>
    /// <response code="404"><c>notifications.topic-not-found</c>: there is no such topic.</response>
    private static async Task<Ok<TopicChoices>> ResetAsync(string topic, IMediator mediator, CancellationToken cancellationToken) =>
        TypedResults.Ok(await mediator.Send(new ResetChannels(topic), cancellationToken));
}
