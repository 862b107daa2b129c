using MediatR;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using SystemDesign.Notifications.Domain;
using SystemDesign.Notifications.Domain.Contacts;
using SystemDesign.Platform.RateLimiting;

namespace SystemDesign.Notifications.Presentation;

internal static class ContactEndpoints
{
    public static void Map(RouteGroupBuilder api)
    {
        api.MapGet("/contacts", ListAsync).ProducesProblem(StatusCodes.Status401Unauthorized);
        ChangesContact(api.MapPut("/contacts/email", SetEmailAsync));
        ChangesContact(api.MapPost("/contacts/email/confirm", ConfirmEmailAsync));
        api.MapDelete("/contacts/email", RemoveEmailAsync).ProducesProblem(StatusCodes.Status401Unauthorized);
        ChangesContact(api.MapPut("/contacts/phone", SetPhoneAsync));
        ChangesContact(api.MapPost("/contacts/phone/confirm", ConfirmPhoneAsync));
        api.MapDelete("/contacts/phone", RemovePhoneAsync).ProducesProblem(StatusCodes.Status401Unauthorized);
        ChangesContact(api.MapPost("/contacts/devices", AddDeviceAsync));
        api.MapDelete("/contacts/devices/{id:guid}", RemoveDeviceAsync)
            .ProducesProblem(StatusCodes.Status401Unauthorized)
            .ProducesProblem(StatusCodes.Status404NotFound);
    }

    private static void ChangesContact(RouteHandlerBuilder route) => route.LimitPerUser("notifications.contacts", perMinute: 10)
        .ProducesProblem(StatusCodes.Status400BadRequest)
        .ProducesProblem(StatusCodes.Status401Unauthorized)
        .ProducesProblem(StatusCodes.Status409Conflict);

    /// <summary>Where I am reached.</summary>
    /// <response code="200">An e-mail address, a phone, and devices.</response>
    /// <response code="401">No access token, or one that is not good any more.</response>
    private static async Task<Ok<MyContacts>> ListAsync(IMediator mediator, CancellationToken cancellationToken) =>
        TypedResults.Ok(await mediator.Send(new ListMyContacts(), cancellationToken));

    /// <summary>Sets the e-mail address at which I am reached.</summary>
    /// <remarks>A code is sent there; when it is typed in at <c>confirm</c>, the address is used. Until then the one before it is. At most 5 codes are sent in 24 hours.</remarks>
    /// <response code="200">The contact, with the address as <c>pending</c>, or in use if it was already.</response>
    /// <response code="400"><c>invalid-input</c>: it is no e-mail address.</response>
    /// <response code="401">No access token, or one that is not good any more.</response>
    /// <response code="409"><c>notifications.contact-changing</c>: the same is set at the same time.</response>
    /// <response code="429"><c>notifications.too-many-codes</c>: too many codes were sent.</response>
    private static async Task<Ok<MyContact>> SetEmailAsync(SetMyEmail request, IMediator mediator, CancellationToken cancellationToken) =>
        TypedResults.Ok(await mediator.Send(request, cancellationToken));

    /// <summary>Types in the code that was sent to my e-mail address.</summary>
    /// <response code="200">The contact: the address is in use.</response>
    /// <response code="400"><c>notifications.code-wrong</c>: it is wrong, older than 15 minutes, or codes were typed in wrong 5 times. <c>invalid-input</c>: it is no code.</response>
    /// <response code="401">No access token, or one that is not good any more.</response>
    /// <response code="409"><c>lost-race</c>: several are typed in at the same time.</response>
    private static Task<Ok<MyContact>> ConfirmEmailAsync(ConfirmMyContact request, IMediator mediator, CancellationToken cancellationToken) =>
        ConfirmAsync(request with { Channel = Channel.Email }, mediator, cancellationToken);

    /// <summary>No more e-mail.</summary>
    /// <response code="204">There is no address any more; what waits to be sent there is not.</response>
    /// <response code="401">No access token, or one that is not good any more.</response>
    private static Task<NoContent> RemoveEmailAsync(IMediator mediator, CancellationToken cancellationToken) =>
        RemoveAsync(Channel.Email, mediator, cancellationToken);

    /// <summary>Sets the phone to which my SMS go.</summary>
    /// <remarks>A code is sent there; when it is typed in at <c>confirm</c>, the phone is used. Until then the one before it is. At most 5 codes are sent in 24 hours.</remarks>
    /// <response code="200">The contact, with the phone as <c>pending</c>, or in use if it was already.</response>
    /// <response code="400"><c>invalid-input</c>: it is no phone number.</response>
    /// <response code="401">No access token, or one that is not good any more.</response>
    /// <response code="409"><c>notifications.contact-changing</c>: the same is set at the same time.</response>
    /// <response code="429"><c>notifications.too-many-codes</c>: too many codes were sent.</response>
    private static async Task<Ok<MyContact>> SetPhoneAsync(SetMyPhone request, IMediator mediator, CancellationToken cancellationToken) =>
        TypedResults.Ok(await mediator.Send(request, cancellationToken));

    /// <summary>Types in the code that was sent to my phone.</summary>
    /// <response code="200">The contact: the phone is in use.</response>
    /// <response code="400"><c>notifications.code-wrong</c>: it is wrong, older than 15 minutes, or codes were typed in wrong 5 times. <c>invalid-input</c>: it is no code.</response>
    /// <response code="401">No access token, or one that is not good any more.</response>
    /// <response code="409"><c>lost-race</c>: several are typed in at the same time.</response>
    private static Task<Ok<MyContact>> ConfirmPhoneAsync(ConfirmMyContact request, IMediator mediator, CancellationToken cancellationToken) =>
        ConfirmAsync(request with { Channel = Channel.Sms }, mediator, cancellationToken);

    /// <summary>No more SMS.</summary>
    /// <response code="204">There is no phone any more; what waits to be sent there is not.</response>
    /// <response code="401">No access token, or one that is not good any more.</response>
    private static Task<NoContent> RemovePhoneAsync(IMediator mediator, CancellationToken cancellationToken) =>
        RemoveAsync(Channel.Sms, mediator, cancellationToken);

    /// <summary>Registers a device of mine, by what its push service knows it by.</summary>
    /// <remarks>It is mine from then on, and nobody else's any more. Registered again, it is the same.</remarks>
    /// <response code="201">The device.</response>
    /// <response code="400"><c>invalid-input</c>: a value breaks a rule; <c>errors</c> says which.</response>
    /// <response code="401">No access token, or one that is not good any more.</response>
    /// <response code="409"><c>notifications.too-many-devices</c>: remove one first. <c>notifications.contact-changing</c>: the same is registered at the same time.</response>
    private static async Task<Created<MyContact>> AddDeviceAsync(AddMyDevice request, IMediator mediator, CancellationToken cancellationToken)
    {
        var device = await mediator.Send(request, cancellationToken);
        return TypedResults.Created($"/api/notifications/contacts/devices/{device.Id}", device);
    }

    /// <summary>No more notifications to a device of mine.</summary>
    /// <param name="id" example="0193b0a4-7c1e-7a52-9d3b-1f6f6f0b2c11">The device's.</param>
    /// <param name="mediator">From the container.</param>
    /// <param name="cancellationToken">From the request.</param>
    /// <response code="204">It is gone; what waits to be sent there is not.</response>
    /// <response code="401">No access token, or one that is not good any more.</response>
    /// <response code="404"><c>notifications.device-not-found</c>: there is none, or it is not mine.</response>
    private static async Task<NoContent> RemoveDeviceAsync(Guid id, IMediator mediator, CancellationToken cancellationToken)
    {
        await mediator.Send(new RemoveMyDevice(id), cancellationToken);
        return TypedResults.NoContent();
    }

    /// <summary>One that is wrong is no failure of the command, which would forget that it was tried.</summary>
    private static async Task<Ok<MyContact>> ConfirmAsync(ConfirmMyContact request, IMediator mediator, CancellationToken cancellationToken) =>
        TypedResults.Ok((await mediator.Send(request, cancellationToken)).Contact ?? throw ContactProblems.CodeWrong());

    private static async Task<NoContent> RemoveAsync(Channel channel, IMediator mediator, CancellationToken cancellationToken)
    {
        await mediator.Send(new RemoveMyContact(channel), cancellationToken);
        return TypedResults.NoContent();
    }
}
