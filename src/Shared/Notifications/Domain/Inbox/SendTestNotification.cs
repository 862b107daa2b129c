using FluentValidation;
using MediatR;
using SystemDesign.Contracts.Notifications;
using SystemDesign.Kernel.Events;
using SystemDesign.Kernel.Identity;
using SystemDesign.Kernel.Messages;
using SystemDesign.Kernel.Time;

namespace SystemDesign.Notifications.Domain.Inbox;

/// <summary>A notification to myself, the same way as those of all modules, to see where and how it arrives.</summary>
/// <param name="Topic" example="test">Whose preferences hold for it; nothing: <c>test</c>.</param>
internal sealed record SendTestNotification(string? Topic) : ICommand<Unit>
{
    internal sealed class Validator : AbstractValidator<SendTestNotification>
    {
        public Validator() => RuleFor(request => request.Topic)
            .Must(topic => topic is null || NotificationTopics.Find(topic) is not null)
            .WithMessage($"A topic is one of {string.Join(", ", NotificationTopics.All.Select(topic => topic.Name))}.");
    }

    internal sealed class Handler(IOutbox outbox, ICurrentUser currentUser, TimeProvider clock) : IRequestHandler<SendTestNotification, Unit>
    {
        public Task<Unit> Handle(SendTestNotification request, CancellationToken cancellationToken)
        {
            var now = clock.Now();
            outbox.Add(new NotificationRequested(
                currentUser.Id,
                request.Topic ?? NotificationTopics.Test.Name,
                "It works",
                $"This is how notifications reach you, {currentUser.User.DisplayName}.",
                "/swagger",
                $"test:{Guid.CreateVersion7(now)}",
                now));
            return Unit.Task;
        }
    }
}
