using FluentValidation;
using MediatR;
using SystemDesign.Contracts.Notifications;
using SystemDesign.Kernel.Errors;
using SystemDesign.Kernel.Messages;

namespace SystemDesign.Notifications.Domain.Preferences;

/// <summary>No more e-mail about the topic of an e-mail (RFC 8058). Whoever has the e-mail may say so.</summary>
/// <param name="Token">From the e-mail's link.</param>
internal sealed record Unsubscribe(string? Token) : ICommand<NotificationTopic>
{
    internal sealed class Validator : AbstractValidator<Unsubscribe>
    {
        public Validator() => RuleFor(request => request.Token).NotEmpty().MaximumLength(1_000);
    }

    internal sealed class Handler(IPreferences preferences, IUnsubscribeTokens tokens) : IRequestHandler<Unsubscribe, NotificationTopic>
    {
        public Task<NotificationTopic> Handle(Unsubscribe request, CancellationToken cancellationToken)
        {
            var (userId, name) = tokens.Read(request.Token!)
                ?? throw new InvalidException("notifications.link-invalid", "This is no link of an e-mail of ours, or not all of it.", "token");
            var topic = NotificationTopics.Of(name);
            preferences.SwitchOffEmail(userId, name, ChannelChoices.DefaultOf(topic));
            return Task.FromResult(topic);
        }
    }
}
