using FluentValidation;
using MediatR;
using SystemDesign.Kernel.Identity;
using SystemDesign.Kernel.Messages;
using SystemDesign.Kernel.Time;
using SystemDesign.Media.Domain.Files;

namespace SystemDesign.Media.Domain.Uploads;

/// <summary>A new upload, with room for all that it announces.</summary>
/// <param name="Length">How many bytes there will be; a file of none is refused.</param>
/// <param name="FileName">What the client calls the file.</param>
/// <param name="Visibility">Who may read the file; nothing: nobody else.</param>
/// <param name="Sha256">Of all that will be sent, in lower-case hexadecimal digits; it is verified then.</param>
/// <param name="Metadata">As the client sent it.</param>
internal sealed record BeginUpload(long Length, string? FileName, string? Visibility, string? Sha256, string? Metadata) : ICommand<UploadState>
{
    internal sealed class Validator : AbstractValidator<BeginUpload>
    {
        public Validator()
        {
            RuleFor(request => request.Length).Length();
            RuleFor(request => request.FileName).FileName();
            RuleFor(request => request.Visibility).Visible();
            RuleFor(request => request.Sha256).Sha256();
            RuleFor(request => request.Metadata).MaximumLength(Upload.MaximumMetadataLength);
        }
    }

    internal sealed class Handler(IUploads uploads, MediaOptions options, ICurrentUser currentUser, TimeProvider clock) : IRequestHandler<BeginUpload, UploadState>
    {
        public Task<UploadState> Handle(BeginUpload request, CancellationToken cancellationToken)
        {
            if (request.Length > options.MaximumFileBytes)
            {
                throw UploadRules.FileTooLarge(options.MaximumFileBytes);
            }

            var now = clock.Now();
            var upload = new Upload
            {
                Id = Guid.CreateVersion7(now),
                OwnerId = currentUser.Id,
                Length = request.Length,
                IsPublic = Files.Visibility.IsPublic(request.Visibility),
                Name = request.FileName,
                Metadata = request.Metadata,
                Sha256 = request.Sha256,
                CreatedAt = now,
                ExpiresAt = now + options.UploadLifetime,
            };
            uploads.Begin(upload);
            return Task.FromResult(UploadState.Of(upload));
        }
    }
}
