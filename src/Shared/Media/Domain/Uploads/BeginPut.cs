using FluentValidation;
using MediatR;
using SystemDesign.Kernel.Identity;
using SystemDesign.Kernel.Messages;
using SystemDesign.Kernel.Time;
using SystemDesign.Media.Domain.Files;

namespace SystemDesign.Media.Domain.Uploads;

/// <summary>The row of a small file that is about to come in one request; see <see cref="PutFile"/>. Of two under one id, one is first.</summary>
internal sealed record BeginPut(Guid Id, long Length, string? FileName, string? Visibility) : ICommand<Unit>
{
    internal sealed class Validator : AbstractValidator<BeginPut>
    {
        public Validator()
        {
            RuleFor(request => request.Id).NotEmpty();
            RuleFor(request => request.Length).Length();
            RuleFor(request => request.FileName).FileName();
            RuleFor(request => request.Visibility).Visible();
        }
    }

    internal sealed class Handler(IUploads uploads, MediaOptions options, ICurrentUser currentUser, TimeProvider clock) : IRequestHandler<BeginPut, Unit>
    {
        public async Task<Unit> Handle(BeginPut request, CancellationToken cancellationToken)
        {
            if (await uploads.IsTakenAsync(request.Id, cancellationToken))
            {
                return Unit.Value;
            }

            if (request.Length > options.SmallFileBytes)
            {
                throw UploadRules.FileTooLarge(options.SmallFileBytes);
            }

            var now = clock.Now();
            uploads.Begin(new()
            {
                Id = request.Id,
                OwnerId = currentUser.Id,
                Length = request.Length,
                IsPublic = Files.Visibility.IsPublic(request.Visibility),
                Name = request.FileName,
                CreatedAt = now,
                ExpiresAt = now + options.UploadLifetime,
            });
            return Unit.Value;
        }
    }
}
