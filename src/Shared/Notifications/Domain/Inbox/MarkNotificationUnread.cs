using FluentValidation;
using MediatR;
using SystemDesign.Kernel.Identity;
using SystemDesign.Kernel.Messages;

namespace SystemDesign.Notifications.Domain.Inbox;

/// <summary>One of my notifications counts as new again.</summary>
internal sealed record MarkNotificationUnread(Guid Id) : ICommand<Unit>
{
    internal sealed class Validator : AbstractValidator<MarkNotificationUnread>
    {
        public Validator() => RuleFor(request => request.Id).NotEmpty();
    }

    internal sealed class Handler(IInbox inbox, ICurrentUser currentUser) : IRequestHandler<MarkNotificationUnread, Unit>
    {
        public async Task<Unit> Handle(MarkNotificationUnread request, CancellationToken cancellationToken)
        {
            await inbox.RequireAsync(currentUser.Id, request.Id, cancellationToken);
            inbox.MarkUnread(currentUser.Id, request.Id);
            return Unit.Value;
        }
    }
}
