using FluentValidation;
using MediatR;
using SystemDesign.Kernel.Identity;
using SystemDesign.Kernel.Messages;
using SystemDesign.Kernel.Time;

namespace SystemDesign.Notifications.Domain.Inbox;

/// <summary>Removes one of my notifications; whatever is still to be sent of it is not.</summary>
internal sealed record DeleteNotification(Guid Id) : ICommand<Unit>
{
    internal sealed class Validator : AbstractValidator<DeleteNotification>
    {
        public Validator() => RuleFor(request => request.Id).NotEmpty();
    }

    internal sealed class Handler(IInbox inbox, ICurrentUser currentUser, TimeProvider clock) : IRequestHandler<DeleteNotification, Unit>
    {
        public async Task<Unit> Handle(DeleteNotification request, CancellationToken cancellationToken)
        {
            await inbox.RequireAsync(currentUser.Id, request.Id, cancellationToken);
            inbox.Delete(currentUser.Id, request.Id, clock.Now());
            return Unit.Value;
        }
    }
}
