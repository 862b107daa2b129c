using FluentValidation;
using MediatR;
using SystemDesign.Kernel.Identity;
using SystemDesign.Kernel.Messages;
using SystemDesign.Kernel.Time;
using SystemDesign.Media.Domain.Files;

namespace SystemDesign.Media.Domain.Uploads;

/// <summary>Gives up one of my uploads; if it has become a file meanwhile, that goes.</summary>
internal sealed record EndUpload(Guid Id) : ICommand<Unit>
{
    internal sealed class Validator : AbstractValidator<EndUpload>
    {
        public Validator() => RuleFor(request => request.Id).NotEmpty();
    }

    internal sealed class Handler(IUploads uploads, IFiles files, ICurrentUser currentUser, TimeProvider clock) : IRequestHandler<EndUpload, Unit>
    {
        public async Task<Unit> Handle(EndUpload request, CancellationToken cancellationToken)
        {
            if (await uploads.FindAsync(request.Id, currentUser.Id, cancellationToken) is { } upload)
            {
                uploads.End(upload);
            }
            else
            {
                files.Delete(await files.FindAsync(request.Id, currentUser.Id, cancellationToken) ?? throw Upload.NotFound(), clock.Now());
            }

            return Unit.Value;
        }
    }
}
