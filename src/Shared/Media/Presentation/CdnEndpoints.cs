using System.Globalization;
using MediatR;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using SystemDesign.Media.Domain.Delivery;
using SystemDesign.Media.Domain.Tiers;
using SystemDesign.Platform.RateLimiting;

namespace SystemDesign.Media.Presentation;

/// <summary>The CDN of the notes: an edge in each instance, in front of the store (WA-6, IG-5, TI-3, AB-2, B2-22).</summary>
internal static class CdnEndpoints
{
    public static void Map(RouteGroupBuilder root) =>
        root.MapMethods("/cdn/{name}", [HttpMethods.Get, HttpMethods.Head], DeliverAsync).LimitPerAddress("media.cdn", perMinute: 6_000)
            .Produces(StatusCodes.Status200OK)
            .Produces<MediaRestoring>(StatusCodes.Status202Accepted)
            .Produces(StatusCodes.Status206PartialContent)
            .Produces(StatusCodes.Status304NotModified)
            .ProducesProblem(StatusCodes.Status403Forbidden)
            .ProducesProblem(StatusCodes.Status404NotFound)
            .ProducesProblem(StatusCodes.Status406NotAcceptable)
            .ProducesProblem(StatusCodes.Status412PreconditionFailed)
            .ProducesProblem(StatusCodes.Status416RangeNotSatisfiable)
            .ProducesProblem(StatusCodes.Status503ServiceUnavailable);

    /// <summary>
    /// Reads an uploaded file: whole, or the ranges that <c>Range</c> names. What a name stands for never changes. Text comes compressed to who
    /// accepts it; ranges are always of the bytes as they are.
    /// </summary>
    /// <param name="name" example="9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08.png">As a file's address has it.</param>
    /// <param name="expires" example="1767225600">Of an address that is signed: until when it is good, in seconds since 1970.</param>
    /// <param name="signature">Of an address that is signed.</param>
    /// <param name="mediator">From the container.</param>
    /// <param name="contents">From the container.</param>
    /// <param name="cold">From the container.</param>
    /// <param name="clock">From the container.</param>
    /// <param name="cancellationToken">From the request.</param>
    /// <response code="200">All of it. Public files may be kept for a year by anybody, others by the browser alone until their address expires.</response>
    /// <response code="202"><c>media.restoring</c>: nobody had read it for long, and it was put away. It is being brought back; ask again after <c>Retry-After</c> seconds.</response>
    /// <response code="206">The ranges that were asked for; several as <c>multipart/byteranges</c>, those that overlap as one.</response>
    /// <response code="304">It is the one named in <c>If-None-Match</c>, or not newer than <c>If-Modified-Since</c>.</response>
    /// <response code="403"><c>media.address-expired</c> or <c>media.signature-invalid</c>: ask for the file's address anew.</response>
    /// <response code="404">There is no such file, or none that is open to all and the address is not signed.</response>
    /// <response code="406"><c>Accept-Encoding</c> refuses the bytes as they are (<c>identity;q=0</c>), and they are kept in no other form that it accepts.</response>
    /// <response code="412">It is not the one that <c>If-Match</c> or <c>If-Unmodified-Since</c> requires.</response>
    /// <response code="416">No range lies within the file, whose length <c>Content-Range</c> says; or there are more than 32.</response>
    /// <response code="503"><c>media.origin-unavailable</c>: the store cannot be read at the moment.</response>
    private static async Task<IResult> DeliverAsync(
        string name,
        [FromQuery] string? expires,
        [FromQuery] string? signature,
        IMediator mediator,
        IMediaContents contents,
        ColdOptions cold,
        TimeProvider clock,
        CancellationToken cancellationToken)
    {
        var opened = await mediator.Send(new OpenMedia(name, expires, signature), cancellationToken);
        return opened.Outcome switch
        {
            OpenOutcome.Opened => new DeliveredMedia(opened.Media!, LifetimeOf(opened, clock), contents, cold),
            OpenOutcome.Restoring => new Restoring(cold),
            OpenOutcome.Expired => Refused("media.address-expired", "This address was good for a while only, and has expired: ask for another."),
            OpenOutcome.Forged => Refused("media.signature-invalid", "The signature of this address is not for it: ask for the address anew."),
            _ => new NotStored<NotFound>(TypedResults.NotFound()),
        };
    }

    /// <summary>A year is the most that is usual for what never changes (RFC 8246 has <c>immutable</c>).</summary>
    private static string LifetimeOf(OpenedMedia opened, TimeProvider clock) => opened.ExpiresAt is not { } end
        ? "public, max-age=31536000, immutable"
        : $"private, max-age={Math.Max(0, Math.Floor((end - clock.GetUtcNow()).TotalSeconds)).ToString(CultureInfo.InvariantCulture)}, immutable";

    private static NotStored<ProblemHttpResult> Refused(string code, string detail) =>
        new(TypedResults.Problem(detail, statusCode: StatusCodes.Status403Forbidden, extensions: new Dictionary<string, object?> { ["code"] = code }));
}
