using FluentValidation;
using MediatR;
using SystemDesign.Kernel.Identity;
using SystemDesign.Kernel.Time;

namespace SystemDesign.Media.Domain.Uploads;

/// <summary>
/// The next bytes of one of my uploads; with the last of them it becomes a file. No command: each piece is on disk by itself, and a body cannot
/// be read again.
/// </summary>
/// <param name="Id">The upload's.</param>
/// <param name="Offset">Where the body begins, as the client believes.</param>
/// <param name="Length">Of the body; nothing: as it comes.</param>
/// <param name="Checksum">Of the body.</param>
internal sealed record AppendBytes(Guid Id, long Offset, long? Length, Checksum? Checksum) : IRequest<UploadState?>
{
    /// <summary>The body. Read to its end, or as far as it comes.</summary>
    internal Stream Body { get; init; } = Stream.Null;

    internal sealed class Validator : AbstractValidator<AppendBytes>
    {
        public Validator()
        {
            RuleFor(request => request.Id).NotEmpty();
            RuleFor(request => request.Offset).GreaterThanOrEqualTo(0);
            RuleFor(request => request.Length).GreaterThanOrEqualTo(0);
            RuleFor(request => request.Checksum).Must(checksum => checksum is null || Checksum.Algorithms.ContainsKey(checksum.Algorithm));
        }
    }

    /// <summary>Answers nothing if the checksum is wrong, and then keeps nothing.</summary>
    internal sealed class Handler(IUploads uploads, Intake intake, Completion completion, ICurrentUser currentUser, TimeProvider clock)
        : IRequestHandler<AppendBytes, UploadState?>
    {
        public async Task<UploadState?> Handle(AppendBytes request, CancellationToken cancellationToken)
        {
            if (await uploads.FindAsync(request.Id, currentUser.Id, cancellationToken) is not { } upload)
            {
                var state = UploadState.Of(await uploads.FindReceiptAsync(request.Id, currentUser.Id, cancellationToken) ?? throw Upload.NotFound());
                return request.Offset == state.Offset && request.Length is 0 ? state : throw Upload.OffsetMoved(state.Offset);
            }

            upload.RequireOpen(clock.Now());
            if (request.Offset != upload.Received)
            {
                throw Upload.OffsetMoved(upload.Received);
            }

            if (request.Length > upload.Length - upload.Received)
            {
                throw UploadRules.LongerThanAnnounced();
            }

            if (await intake.TakeAsync(upload, request.Body, request.Checksum, cancellationToken) is not { } offset)
            {
                return null;
            }

            return offset == upload.Length
                ? await completion.RunAsync(upload.Id, upload.OwnerId)
                : UploadState.Of((await uploads.FindAsync(upload.Id, upload.OwnerId, cancellationToken))!);
        }
    }
}
