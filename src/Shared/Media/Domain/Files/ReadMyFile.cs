using FluentValidation;
using MediatR;
using SystemDesign.Kernel.Identity;
using SystemDesign.Kernel.Messages;

namespace SystemDesign.Media.Domain.Files;

/// <summary>One of my files. Whether others have one of that id is not for me to know.</summary>
internal sealed record ReadMyFile(Guid Id) : IQuery<ShownFile>
{
    internal sealed class Validator : AbstractValidator<ReadMyFile>
    {
        public Validator() => RuleFor(request => request.Id).NotEmpty();
    }

    internal sealed class Handler(IFiles files, ShownFiles shown, ICurrentUser currentUser) : IRequestHandler<ReadMyFile, ShownFile>
    {
        public async Task<ShownFile> Handle(ReadMyFile request, CancellationToken cancellationToken) =>
            shown.Show(await files.FindAsync(request.Id, currentUser.Id, cancellationToken) ?? throw MediaFile.NotFound());
    }
}
