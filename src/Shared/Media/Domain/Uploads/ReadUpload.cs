using FluentValidation;
using MediatR;
using SystemDesign.Kernel.Errors;
using SystemDesign.Kernel.Identity;
using SystemDesign.Kernel.Time;

namespace SystemDesign.Media.Domain.Uploads;

/// <summary>
/// How far one of my uploads is. If all of it is there and it is no file yet, since whoever was at that died, it becomes one now: a
/// client that is told of all its bytes is done.
/// </summary>
internal sealed record ReadUpload(Guid Id) : IRequest<UploadState>
{
    internal sealed class Validator : AbstractValidator<ReadUpload>
    {
        public Validator() => RuleFor(request => request.Id).NotEmpty();
    }

    internal sealed class Handler(IUploads uploads, Completion completion, ICurrentUser currentUser, TimeProvider clock)
        : IRequestHandler<ReadUpload, UploadState>
    {
        public async Task<UploadState> Handle(ReadUpload request, CancellationToken cancellationToken)
        {
            if (await uploads.FindAsync(request.Id, currentUser.Id, cancellationToken) is not { } upload)
            {
                return UploadState.Of(await uploads.FindReceiptAsync(request.Id, currentUser.Id, cancellationToken) ?? throw Upload.NotFound());
            }

            if (upload.Refusal is not null)
            {
                // There is nothing to go on with, and a client that only asks how far it is would try for ever.
                throw new GoneException(upload.Refusal, upload.RefusalDetail!);
            }

            upload.RequireOpen(clock.Now());
            return upload.IsWhole ? await completion.RunAsync(upload.Id, upload.OwnerId) : UploadState.Of(upload);
        }
    }
}
