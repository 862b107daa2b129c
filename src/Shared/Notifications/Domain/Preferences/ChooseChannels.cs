using FluentValidation;
using MediatR;
using SystemDesign.Contracts.Notifications;
using SystemDesign.Kernel.Identity;
using SystemDesign.Kernel.Messages;

namespace SystemDesign.Notifications.Domain.Preferences;

/// <summary>Where I want to hear of a topic.</summary>
/// <param name="InApp" example="true">In the inbox, and live. Some topics cannot be kept out of it.</param>
/// <param name="Email" example="true">At my confirmed address.</param>
/// <param name="Sms" example="false">At my confirmed phone.</param>
/// <param name="Push" example="true">On every device that I registered.</param>
internal sealed record ChooseChannels(bool? InApp, bool? Email, bool? Sms, bool? Push) : ICommand<TopicChoices>
{
    /// <summary>From the path.</summary>
    internal string Topic { get; init; } = string.Empty;

    internal sealed class Validator : AbstractValidator<ChooseChannels>
    {
        public Validator()
        {
            RuleFor(request => request.InApp).NotNull()
                .Must((request, inApp) => inApp is true || NotificationTopics.Find(request.Topic) is not { AlwaysInApp: true })
                .WithMessage("This topic cannot be kept out of the inbox.");
            RuleFor(request => request.Email).NotNull();
            RuleFor(request => request.Sms).NotNull();
            RuleFor(request => request.Push).NotNull();
        }
    }

    internal sealed class Handler(IPreferences preferences, ICurrentUser currentUser) : IRequestHandler<ChooseChannels, TopicChoices>
    {
        public Task<TopicChoices> Handle(ChooseChannels request, CancellationToken cancellationToken)
        {
            var topic = PreferenceProblems.RequireTopic(request.Topic);
            var choices = new ChannelChoices(request.InApp!.Value, request.Email!.Value, request.Sms!.Value, request.Push!.Value);
            preferences.Choose(currentUser.Id, topic.Name, choices);
            return Task.FromResult(TopicChoices.Of(topic, choices));
        }
    }
}
