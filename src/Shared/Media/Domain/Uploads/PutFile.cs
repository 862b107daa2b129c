using System.Security.Cryptography;
using FluentValidation;
using MediatR;
using SystemDesign.Kernel.Errors;
using SystemDesign.Kernel.Identity;
using SystemDesign.Kernel.Time;
using SystemDesign.Media.Domain.Files;

namespace SystemDesign.Media.Domain.Uploads;

/// <summary>
/// A small file in one request, under an id that its owner has chosen: sent again, it is the same file. It goes the way of every upload, but all
/// at once: of a body that breaks off nothing is kept.
/// </summary>
/// <param name="Id">UUID, of the client's choice.</param>
/// <param name="Length">Of the body.</param>
/// <param name="FileName">What the client calls the file.</param>
/// <param name="Visibility">Who may read the file; nothing: nobody else.</param>
/// <param name="Sha256">Of the body, if the client says it.</param>
internal sealed record PutFile(Guid Id, long Length, string? FileName, string? Visibility, Checksum? Sha256) : IRequest<Put>
{
    /// <summary>The body.</summary>
    internal Stream Body { get; init; } = Stream.Null;

    internal sealed class Validator : AbstractValidator<PutFile>
    {
        public Validator()
        {
            RuleFor(request => request.Id).NotEmpty();
            RuleFor(request => request.Length).Length();
            RuleFor(request => request.FileName).FileName();
            RuleFor(request => request.Visibility).Visible();
            RuleFor(request => request.Sha256).Must(digest => digest is null or { Algorithm: "sha256" });
        }
    }

    internal sealed class Handler(
        IMediator mediator, IUploads uploads, IFiles files, ShownFiles shown, Intake intake, Completion completion, ICurrentUser currentUser, TimeProvider clock)
        : IRequestHandler<PutFile, Put>
    {
        public async Task<Put> Handle(PutFile request, CancellationToken cancellationToken)
        {
            if (await FindPutAsync(request, cancellationToken) is { } before)
            {
                return before;
            }

            if (await FindOrBeginAsync(request, cancellationToken) is not { } upload)
            {
                // Another request under this id was done between the two looks; if it was not the user's, the id is taken.
                return await FindPutAsync(request, cancellationToken) ?? throw Taken();
            }

            upload.RequireOpen(clock.Now());
            if (upload.IsWhole)
            {
                await RequireSameAsync(request, upload.Length, upload.Sha256, cancellationToken);
            }
            else if (upload.Received > 0 || upload.Length != request.Length)
            {
                throw Taken();
            }
            else
            {
                await TakeAsync(request, upload, cancellationToken);
            }

            await completion.RunAsync(upload.Id, upload.OwnerId);
            return new(await ShowAsync(request.Id, cancellationToken), IsNew: true);
        }

        private static ConflictException Taken() => new("media.id-taken", "Something else was uploaded under this id: choose another.", "id");

        private async Task<Put?> FindPutAsync(PutFile request, CancellationToken cancellationToken)
        {
            if (await uploads.FindReceiptAsync(request.Id, currentUser.Id, cancellationToken) is not { } receipt)
            {
                return null;
            }

            await RequireSameAsync(request, receipt.Length, receipt.Sha256, cancellationToken);
            return new(await ShowAsync(request.Id, cancellationToken), IsNew: false);
        }

        private async Task<Upload?> FindOrBeginAsync(PutFile request, CancellationToken cancellationToken)
        {
            if (await uploads.FindAsync(request.Id, currentUser.Id, cancellationToken) is { } begun)
            {
                return begun;
            }

            await mediator.Send(new BeginPut(request.Id, request.Length, request.FileName, request.Visibility), cancellationToken);
            return await uploads.FindAsync(request.Id, currentUser.Id, cancellationToken);
        }

        private async Task TakeAsync(PutFile request, Upload upload, CancellationToken cancellationToken)
        {
            try
            {
                var (sha256, isAccepted) = await intake.TakeWholeAsync(upload, request.Body, digest => RequireRight(request, digest), cancellationToken);
                if (!isAccepted && sha256 != await KnownSha256Async(upload.Id, cancellationToken))
                {
                    throw Taken();
                }
            }
            catch (InvalidException)
            {
                // It came to its end and is wrong: its room is free at once. A body that broke off will be sent again.
                await mediator.Send(new EndUpload(upload.Id), CancellationToken.None);
                throw;
            }
        }

        /// <summary>Of what another request has sent under this id meanwhile.</summary>
        private async Task<string?> KnownSha256Async(Guid id, CancellationToken cancellationToken) =>
            await uploads.FindAsync(id, currentUser.Id, cancellationToken) is { } upload
                ? upload.Sha256
                : (await uploads.FindReceiptAsync(id, currentUser.Id, cancellationToken))?.Sha256;

        private async Task<ShownFile> ShowAsync(Guid id, CancellationToken cancellationToken) =>
            shown.Show(await files.FindAsync(id, currentUser.Id, cancellationToken) ?? throw MediaFile.NotFound());

        private static async Task RequireSameAsync(PutFile request, long length, string? sha256, CancellationToken cancellationToken)
        {
            if (request.Length != length)
            {
                throw Taken();
            }

            var digest = await SHA256.HashDataAsync(request.Body, cancellationToken);
            RequireRight(request, digest);
            if (Convert.ToHexStringLower(digest) != sha256)
            {
                throw Taken();
            }
        }

        private static void RequireRight(PutFile request, byte[] digest)
        {
            if (request.Sha256?.Matches(digest) is false)
            {
                throw new InvalidException("media.digest-mismatch", "The body is not what its digest says: send it again.", "Content-Digest");
            }
        }
    }
}
