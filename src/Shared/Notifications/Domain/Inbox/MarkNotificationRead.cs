using FluentValidation;
using MediatR;
using SystemDesign.Kernel.Identity;
using SystemDesign.Kernel.Messages;
using SystemDesign.Kernel.Time;

namespace SystemDesign.Notifications.Domain.Inbox;

/// <summary>I have read one of my notifications; whatever is still to be sent of it is not.</summary>
internal sealed record MarkNotificationRead(Guid Id) : ICommand<Unit>
{
    internal sealed class Validator : AbstractValidator<MarkNotificationRead>
    {
        public Validator() => RuleFor(request => request.Id).NotEmpty();
    }

    internal sealed class Handler(IInbox inbox, ICurrentUser currentUser, TimeProvider clock) : IRequestHandler<MarkNotificationRead, Unit>
    {
        public async Task<Unit> Handle(MarkNotificationRead request, CancellationToken cancellationToken)
        {
            await inbox.RequireAsync(currentUser.Id, request.Id, cancellationToken);
            inbox.MarkRead(currentUser.Id, request.Id, clock.Now());
            return Unit.Value;
        }
    }
}
