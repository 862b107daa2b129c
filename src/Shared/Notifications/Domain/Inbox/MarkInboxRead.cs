using FluentValidation;
using MediatR;
using SystemDesign.Kernel.Identity;
using SystemDesign.Kernel.Messages;
using SystemDesign.Kernel.Time;

namespace SystemDesign.Notifications.Domain.Inbox;

/// <summary>I have read all my notifications, as far as I saw them.</summary>
/// <param name="UpTo" example="42">The position of the newest that I saw: what came after it stays unread.</param>
internal sealed record MarkInboxRead(long? UpTo) : ICommand<Unit>
{
    internal sealed class Validator : AbstractValidator<MarkInboxRead>
    {
        public Validator() => RuleFor(request => request.UpTo).NotNull().GreaterThanOrEqualTo(0);
    }

    internal sealed class Handler(IInbox inbox, ICurrentUser currentUser, TimeProvider clock) : IRequestHandler<MarkInboxRead, Unit>
    {
        public Task<Unit> Handle(MarkInboxRead request, CancellationToken cancellationToken)
        {
            inbox.MarkReadUpTo(currentUser.Id, request.UpTo!.Value, clock.Now());
            return Unit.Task;
        }
    }
}
