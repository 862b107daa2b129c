using System.Globalization;
using MediatR;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Net.Http.Headers;
using SystemDesign.Kernel.Errors;
using SystemDesign.Media.Domain.Uploads;
using SystemDesign.Platform.Media;
using SystemDesign.Platform.RateLimiting;

namespace SystemDesign.Media.Presentation;

/// <summary>tus 1.0: uploads that go on where they broke off.</summary>
internal static class UploadEndpoints
{
    private const string Path = "/uploads";

    public static void Map(RouteGroupBuilder api)
    {
        api.MapMethods(Path, [HttpMethods.Options], Describe).AllowAnonymous();

        var tus = api.MapGroup(Path).AddEndpointFilter<RouteGroupBuilder, Tus>();
        tus.MapPost(string.Empty, BeginAsync)
            .LimitPerUser("media.upload", perMinute: 120)
            .TakesBytes(TusHeaders.ContentType, MaximumBody)
            .Produces(StatusCodes.Status201Created)
            .ProducesProblem(StatusCodes.Status400BadRequest)
            .ProducesProblem(StatusCodes.Status401Unauthorized)
            .ProducesProblem(StatusCodes.Status409Conflict)
            .ProducesProblem(StatusCodes.Status412PreconditionFailed)
            .ProducesProblem(StatusCodes.Status413PayloadTooLarge)
            .ProducesProblem(StatusCodes.Status415UnsupportedMediaType)
            .ProducesProblem(MediaProblems.Status460ChecksumMismatch)
            .ProducesProblem(StatusCodes.Status507InsufficientStorage);
        tus.MapMethods("/{id:guid}", [HttpMethods.Head], ReadAsync)
            .LimitPerUser("media.resume", perMinute: 1200)
            .Produces(StatusCodes.Status200OK)
            .ProducesProblem(StatusCodes.Status401Unauthorized)
            .ProducesProblem(StatusCodes.Status404NotFound)
            .ProducesProblem(StatusCodes.Status410Gone)
            .ProducesProblem(StatusCodes.Status412PreconditionFailed)
            .ProducesProblem(StatusCodes.Status423Locked);
        Appends(tus.MapPatch("/{id:guid}", AppendAsync));
        Appends(tus.MapPost("/{id:guid}", OverrideAsync)).ExcludeFromDescription();
        tus.MapDelete("/{id:guid}", EndAsync)
            .ProducesProblem(StatusCodes.Status401Unauthorized)
            .ProducesProblem(StatusCodes.Status404NotFound)
            .ProducesProblem(StatusCodes.Status409Conflict)
            .ProducesProblem(StatusCodes.Status412PreconditionFailed);
    }

    private static RouteHandlerBuilder Appends(RouteHandlerBuilder route) => route
        .LimitPerUser("media.resume", perMinute: 1200)
        .TakesBytes(TusHeaders.ContentType, MaximumBody)
        .Produces(StatusCodes.Status204NoContent)
        .ProducesProblem(StatusCodes.Status400BadRequest)
        .ProducesProblem(StatusCodes.Status401Unauthorized)
        .ProducesProblem(StatusCodes.Status404NotFound)
        .ProducesProblem(StatusCodes.Status409Conflict)
        .ProducesProblem(StatusCodes.Status410Gone)
        .ProducesProblem(StatusCodes.Status412PreconditionFailed)
        .ProducesProblem(StatusCodes.Status413PayloadTooLarge)
        .ProducesProblem(StatusCodes.Status415UnsupportedMediaType)
        .ProducesProblem(StatusCodes.Status423Locked)
        .ProducesProblem(MediaProblems.Status460ChecksumMismatch);

    private static long MaximumBody(IServiceProvider services) => services.GetRequiredService<MediaOptions>().MaximumFileBytes;

    /// <summary>What of tus is spoken here.</summary>
    /// <param name="http">To write to.</param>
    /// <param name="options">From the container.</param>
    /// <response code="204">In <c>Tus-Version</c>, <c>Tus-Extension</c>, <c>Tus-Max-Size</c> (bytes) and <c>Tus-Checksum-Algorithm</c>.</response>
    private static NoContent Describe(HttpContext http, MediaOptions options)
    {
        var headers = http.Response.Headers;
        headers[TusHeaders.Resumable] = TusHeaders.Protocol;
        headers[TusHeaders.Version] = TusHeaders.Protocol;
        headers[TusHeaders.Extension] = TusHeaders.Extensions;
        headers[TusHeaders.MaxSize] = options.MaximumFileBytes.ToString(CultureInfo.InvariantCulture);
        headers[TusHeaders.ChecksumAlgorithm] = string.Join(',', Checksum.Algorithms.Keys);
        return TypedResults.NoContent();
    }

    /// <summary>Begins an upload (tus: creation), with its first bytes if there is a body (creation-with-upload).</summary>
    /// <remarks>
    /// Then send the bytes with PATCH, in as many requests as you like. With the last of them the upload becomes a file of the same id: it is
    /// looked into, and cleaned of metadata, before that request is answered. Any tus client does all this.
    /// </remarks>
    /// <param name="version" example="1.0.0">The version of tus.</param>
    /// <param name="length" example="1048576">How many bytes there will be, at least 1. <c>Upload-Defer-Length</c> is not offered.</param>
    /// <param name="metadata" example="filename aGFyYm91ci5qcGc=,visibility cHVibGlj">
    /// Keys, each with a value in base64: <c>filename</c>; <c>visibility</c> (<c>public</c> or <c>private</c>, which it is otherwise); <c>sha256</c> (of the whole
    /// upload, in hexadecimal digits), which is verified; <c>filetype</c>, which is kept, but not believed. At most 2,000 characters.
    /// </param>
    /// <param name="checksum" example="sha256 LCa0a2j/xo/5m0U8HTBBNBNCLXBkg7+g+YpeiGJm564=">Of the body, if there is one: <c>sha1</c> or <c>sha256</c>, and the digest in base64.</param>
    /// <param name="http">To read from and to write to.</param>
    /// <param name="mediator">From the container.</param>
    /// <param name="cancellationToken">From the request.</param>
    /// <response code="201">In <c>Location</c> where its bytes go; in <c>Upload-Offset</c> how many are there, if some came along; in <c>Upload-Expires</c> when it is given up.</response>
    /// <response code="400"><c>invalid-input</c>: a header breaks a rule; <c>errors</c> says which. With a body, what PATCH says.</response>
    /// <response code="401">No access token, or one that is not good any more.</response>
    /// <response code="409"><c>media.too-many-uploads</c>: end one first.</response>
    /// <response code="412"><c>media.tus-version</c>: <c>Tus-Version</c> says which is spoken here.</response>
    /// <response code="413"><c>media.file-too-large</c>: no file may have so many bytes.</response>
    /// <response code="415">There is a body that is no <c>application/offset+octet-stream</c>.</response>
    /// <response code="460"><c>media.checksum-mismatch</c>: begin anew.</response>
    /// <response code="507"><c>media.quota-exceeded</c>: your files and uploads would have more bytes than they may.</response>
    private static async Task<IResult> BeginAsync(
        [FromHeader(Name = TusHeaders.Resumable)] string? version,
        [FromHeader(Name = TusHeaders.UploadLength)] string? length,
        [FromHeader(Name = TusHeaders.UploadMetadata)] string? metadata,
        [FromHeader(Name = TusHeaders.UploadChecksum)] string? checksum,
        HttpContext http,
        IMediator mediator,
        CancellationToken cancellationToken)
    {
        RefuseWhatIsNotOffered(http.Request);
        var hasBody = http.Request.ContentLength is > 0 || http.Request.Headers.TransferEncoding.Count > 0;
        if (hasBody && !TusHeaders.IsBytes(http.Request.ContentType))
        {
            return Unsupported(http.Response);
        }

        var given = TusHeaders.Metadata(metadata);
        if (given.GetValueOrDefault("filetype") is { Length: > 0 } type && !MediaTypeHeaderValue.TryParse(type, out _))
        {
            throw new InvalidException("invalid-input", "A filetype is a media type, such as image/jpeg.", TusHeaders.UploadMetadata);
        }

        var sum = TusHeaders.Checksum(checksum);
        var upload = await mediator.Send(
            new BeginUpload(
                TusHeaders.Number(length, TusHeaders.UploadLength),
                given.GetValueOrDefault("filename"),
                given.GetValueOrDefault("visibility"),
                given.GetValueOrDefault("sha256"),
                string.IsNullOrEmpty(metadata) ? null : metadata),
            cancellationToken);
        if (hasBody)
        {
            if (await mediator.Send(new AppendBytes(upload.Id, 0, http.Request.ContentLength, sum) { Body = http.Request.Body }, cancellationToken) is not { } begun)
            {
                return ChecksumMismatch();
            }

            upload = begun;
            http.Response.Headers[TusHeaders.UploadOffset] = upload.Offset.ToString(CultureInfo.InvariantCulture);
        }

        SayExpiry(http.Response, upload);
        return TypedResults.Created(new Uri($"/api/media{Path}/{upload.Id}", UriKind.Relative));
    }

    /// <summary>How far an upload is (tus: core).</summary>
    /// <param name="version" example="1.0.0">The version of tus.</param>
    /// <param name="id" example="0193b0a4-7c1e-7a52-9d3b-1f6f6f0b2c11">The upload's.</param>
    /// <param name="http">To write to.</param>
    /// <param name="mediator">From the container.</param>
    /// <param name="cancellationToken">From the request.</param>
    /// <response code="200">In <c>Upload-Offset</c> how many bytes are there, of <c>Upload-Length</c>. If that is all, it is a file, in <c>Content-Location</c>.</response>
    /// <response code="401">No access token, or one that is not good any more.</response>
    /// <response code="404">There is none, or it is not mine.</response>
    /// <response code="410">It waited too long for its next bytes, or was refused for what it is.</response>
    /// <response code="412">Another version of tus.</response>
    /// <response code="423">It is just being made a file: ask again in a moment.</response>
    private static async Task<Ok> ReadAsync(
        [FromHeader(Name = TusHeaders.Resumable)] string? version, Guid id, HttpContext http, IMediator mediator, CancellationToken cancellationToken)
    {
        var upload = await mediator.Send(new ReadUpload(id), cancellationToken);
        http.Response.Headers[TusHeaders.UploadLength] = upload.Length.ToString(CultureInfo.InvariantCulture);
        if (upload.Metadata is { } metadata)
        {
            http.Response.Headers[TusHeaders.UploadMetadata] = metadata;
        }

        SayState(http.Response, upload);
        return TypedResults.Ok();
    }

    /// <summary>The next bytes of an upload (tus: core, checksum).</summary>
    /// <remarks>What has come before a connection breaks is kept; with a checksum, only all of a request is.</remarks>
    /// <param name="version" example="1.0.0">The version of tus.</param>
    /// <param name="offset" example="524288">Where they begin: as HEAD says.</param>
    /// <param name="checksum" example="sha256 LCa0a2j/xo/5m0U8HTBBNBNCLXBkg7+g+YpeiGJm564=">Of the body: <c>sha1</c> or <c>sha256</c>, and the digest in base64.</param>
    /// <param name="id" example="0193b0a4-7c1e-7a52-9d3b-1f6f6f0b2c11">The upload's.</param>
    /// <param name="http">To read from and to write to.</param>
    /// <param name="mediator">From the container.</param>
    /// <param name="cancellationToken">From the request.</param>
    /// <response code="204">In <c>Upload-Offset</c> how many bytes are there. If that is all, it is a file, in <c>Content-Location</c>.</response>
    /// <response code="400">
    /// <c>invalid-input</c>: a header breaks a rule. <c>media.checksum-algorithm-unknown</c>. When all was there: <c>media.image-damaged</c>,
    /// <c>media.image-too-large</c>, <c>media.digest-mismatch</c> (of the whole): it will never be a file.
    /// </response>
    /// <response code="401">No access token, or one that is not good any more.</response>
    /// <response code="404"><c>media.upload-not-found</c>: there is none, or it is not mine.</response>
    /// <response code="409"><c>media.offset-moved</c>: it is not as far as that, or farther; ask with HEAD.</response>
    /// <response code="410"><c>media.upload-expired</c>: it waited too long for its next bytes.</response>
    /// <response code="412"><c>media.tus-version</c>: <c>Tus-Version</c> says which is spoken here.</response>
    /// <response code="413"><c>media.longer-than-announced</c>: the body has more bytes than are missing.</response>
    /// <response code="415">The body is no <c>application/offset+octet-stream</c>.</response>
    /// <response code="423"><c>media.upload-busy</c>: it is just being made a file; ask again in a moment.</response>
    /// <response code="460"><c>media.checksum-mismatch</c>: nothing of this request is kept; send it again.</response>
    private static async Task<IResult> AppendAsync(
        [FromHeader(Name = TusHeaders.Resumable)] string? version,
        [FromHeader(Name = TusHeaders.UploadOffset)] string? offset,
        [FromHeader(Name = TusHeaders.UploadChecksum)] string? checksum,
        Guid id,
        HttpContext http,
        IMediator mediator,
        CancellationToken cancellationToken)
    {
        if (!TusHeaders.IsBytes(http.Request.ContentType))
        {
            return Unsupported(http.Response);
        }

        var append = new AppendBytes(id, TusHeaders.Number(offset, TusHeaders.UploadOffset), http.Request.ContentLength, TusHeaders.Checksum(checksum))
        {
            Body = http.Request.Body,
        };
        if (await mediator.Send(append, cancellationToken) is not { } upload)
        {
            return ChecksumMismatch();
        }

        SayState(http.Response, upload);
        return TypedResults.NoContent();
    }

    /// <summary>For clients that can only send POST: tus lets them name the method that they mean.</summary>
    private static async Task<IResult> OverrideAsync(
        [FromHeader(Name = TusHeaders.MethodOverride)] string? method,
        [FromHeader(Name = TusHeaders.Resumable)] string? version,
        [FromHeader(Name = TusHeaders.UploadOffset)] string? offset,
        [FromHeader(Name = TusHeaders.UploadChecksum)] string? checksum,
        Guid id,
        HttpContext http,
        IMediator mediator,
        CancellationToken cancellationToken) => method switch
        {
            "PATCH" => await AppendAsync(version, offset, checksum, id, http, mediator, cancellationToken),
            "HEAD" => await ReadAsync(version, id, http, mediator, cancellationToken),
            "DELETE" => await EndAsync(version, id, mediator, cancellationToken),
            _ => TypedResults.StatusCode(StatusCodes.Status405MethodNotAllowed),
        };

    /// <summary>Gives up an upload (tus: termination). If it has become a file meanwhile, that is deleted.</summary>
    /// <param name="version" example="1.0.0">The version of tus.</param>
    /// <param name="id" example="0193b0a4-7c1e-7a52-9d3b-1f6f6f0b2c11">The upload's.</param>
    /// <param name="mediator">From the container.</param>
    /// <param name="cancellationToken">From the request.</param>
    /// <response code="204">It is gone, and its room is free.</response>
    /// <response code="401">No access token, or one that is not good any more.</response>
    /// <response code="404"><c>media.upload-not-found</c>: there is none, or it is not mine.</response>
    /// <response code="409"><c>media.file-in-use</c>: it is a file that a module uses.</response>
    /// <response code="412"><c>media.tus-version</c>: <c>Tus-Version</c> says which is spoken here.</response>
    private static async Task<NoContent> EndAsync(
        [FromHeader(Name = TusHeaders.Resumable)] string? version, Guid id, IMediator mediator, CancellationToken cancellationToken)
    {
        await mediator.Send(new EndUpload(id), cancellationToken);
        return TypedResults.NoContent();
    }

    private static void RefuseWhatIsNotOffered(HttpRequest request)
    {
        foreach (var header in new[] { TusHeaders.UploadDeferLength, TusHeaders.UploadConcat }.Where(request.Headers.ContainsKey))
        {
            throw new InvalidException("media.extension-not-offered", $"{header} is of an extension that is not offered here: say {TusHeaders.UploadLength}.", header);
        }
    }

    private static void SayState(HttpResponse response, UploadState upload)
    {
        response.Headers[TusHeaders.UploadOffset] = upload.Offset.ToString(CultureInfo.InvariantCulture);
        if (upload.IsFile)
        {
            response.Headers.ContentLocation = $"/api/media/files/{upload.Id}";
        }

        SayExpiry(response, upload);
    }

    private static void SayExpiry(HttpResponse response, UploadState upload)
    {
        if (upload.ExpiresAt is { } expiresAt)
        {
            response.Headers[TusHeaders.UploadExpires] = expiresAt.ToString("R", CultureInfo.InvariantCulture);
        }
    }

    private static StatusCodeHttpResult Unsupported(HttpResponse response)
    {
        response.Headers["Accept-Patch"] = TusHeaders.ContentType;
        return TypedResults.StatusCode(StatusCodes.Status415UnsupportedMediaType);
    }

    private static ProblemHttpResult ChecksumMismatch() => MediaProblems.Of(
        MediaProblems.Status460ChecksumMismatch, "media.checksum-mismatch", "The body is not what its checksum says; nothing of it is kept. Send it again.");
}
