using FluentValidation;
using MediatR;
using SystemDesign.Kernel.Identity;
using SystemDesign.Kernel.Messages;
using SystemDesign.Kernel.Time;

namespace SystemDesign.Media.Domain.Files;

/// <summary>Ends one of my files. What a module uses is deleted there first: then nobody is shown a hole.</summary>
internal sealed record DeleteMyFile(Guid Id) : ICommand<Unit>
{
    internal sealed class Validator : AbstractValidator<DeleteMyFile>
    {
        public Validator() => RuleFor(request => request.Id).NotEmpty();
    }

    internal sealed class Handler(IFiles files, ICurrentUser currentUser, TimeProvider clock) : IRequestHandler<DeleteMyFile, Unit>
    {
        public async Task<Unit> Handle(DeleteMyFile request, CancellationToken cancellationToken)
        {
            files.Delete(await files.FindAsync(request.Id, currentUser.Id, cancellationToken) ?? throw MediaFile.NotFound(), clock.Now());
            return Unit.Value;
        }
    }
}
