using MediatR;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using SystemDesign.Media.Domain.Files;
using SystemDesign.Media.Domain.Uploads;
using SystemDesign.Platform.Media;
using SystemDesign.Platform.RateLimiting;

namespace SystemDesign.Media.Presentation;

/// <summary>Small files, in one request each.</summary>
internal static class SmallFileEndpoints
{
    public static void Map(RouteGroupBuilder api) => api.MapPut("/uploads/{id:guid}", PutAsync)
        .LimitPerUser("media.upload", perMinute: 120)
        .TakesBytes("application/octet-stream", services => services.GetRequiredService<MediaOptions>().SmallFileBytes)
        .Produces<ShownFile>(StatusCodes.Status200OK)
        .Produces<ShownFile>(StatusCodes.Status201Created)
        .ProducesProblem(StatusCodes.Status400BadRequest)
        .ProducesProblem(StatusCodes.Status401Unauthorized)
        .ProducesProblem(StatusCodes.Status409Conflict)
        .ProducesProblem(StatusCodes.Status410Gone)
        .ProducesProblem(StatusCodes.Status411LengthRequired)
        .ProducesProblem(StatusCodes.Status413PayloadTooLarge)
        .ProducesProblem(StatusCodes.Status423Locked)
        .ProducesProblem(StatusCodes.Status507InsufficientStorage);

    /// <summary>Uploads a small file in one request.</summary>
    /// <remarks>
    /// The body is the file, of whatever type: what it is is found by looking into it, and metadata of pictures is not kept. Under the same id the same
    /// file can be sent again, and is one. Larger files go by tus: <c>POST /api/media/uploads</c>.
    /// </remarks>
    /// <param name="id" example="0193b0a4-7c1e-7a52-9d3b-1f6f6f0b2c11">A UUID of your own; it becomes the file's.</param>
    /// <param name="name" example="harbour.jpg">What you call it; at most 255 characters.</param>
    /// <param name="visibility" example="public"><c>public</c> or <c>private</c>, which it is otherwise.</param>
    /// <param name="contentDigest" example="sha-256=:LCa0a2j/xo/5m0U8HTBBNBNCLXBkg7+g+YpeiGJm564=:">Of the body (RFC 9530); a <c>sha-256</c> is verified.</param>
    /// <param name="reprDigest" example="sha-256=:LCa0a2j/xo/5m0U8HTBBNBNCLXBkg7+g+YpeiGJm564=:">The same: the body is the whole file.</param>
    /// <param name="http">To read from.</param>
    /// <param name="mediator">From the container.</param>
    /// <param name="cancellationToken">From the request.</param>
    /// <response code="200">It was there already; as 201.</response>
    /// <response code="201">The file, with its address and the reference to hand on.</response>
    /// <response code="400">
    /// <c>invalid-input</c>: a value breaks a rule. <c>media.digest-mismatch</c>: the body is not what its digest says. <c>media.image-damaged</c>,
    /// <c>media.image-too-large</c>: it is nothing that is kept.
    /// </response>
    /// <response code="401">No access token, or one that is not good any more.</response>
    /// <response code="409"><c>media.id-taken</c>: something else has this id. <c>media.too-many-uploads</c>: end one first.</response>
    /// <response code="410"><c>media.upload-expired</c>: it was begun under this id, and not sent for too long; choose another.</response>
    /// <response code="411">The request does not say how long its body is.</response>
    /// <response code="413">The body has more bytes than are taken in one request.</response>
    /// <response code="423"><c>media.upload-busy</c>: it is just being made a file; send it again in a moment.</response>
    /// <response code="507"><c>media.quota-exceeded</c>: your files and uploads would have more bytes than they may.</response>
    private static async Task<IResult> PutAsync(
        Guid id,
        string? name,
        string? visibility,
        [FromHeader(Name = ContentDigests.ContentDigest)] string? contentDigest,
        [FromHeader(Name = ContentDigests.ReprDigest)] string? reprDigest,
        HttpContext http,
        IMediator mediator,
        CancellationToken cancellationToken)
    {
        if (http.Request.ContentLength is not { } length)
        {
            return MediaProblems.Of(StatusCodes.Status411LengthRequired, "media.length-required", "Say with Content-Length how many bytes there are.");
        }

        var digest = ContentDigests.Sha256(contentDigest, ContentDigests.ContentDigest) ?? ContentDigests.Sha256(reprDigest, ContentDigests.ReprDigest);
        var put = await mediator.Send(new PutFile(id, length, name, visibility, digest) { Body = http.Request.Body }, cancellationToken);
        return put.IsNew ? TypedResults.Created($"/api/media/files/{id}", put.File) : TypedResults.Ok(put.File);
    }
}
