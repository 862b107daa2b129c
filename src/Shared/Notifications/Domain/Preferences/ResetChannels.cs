using FluentValidation;
using MediatR;
using SystemDesign.Kernel.Identity;
using SystemDesign.Kernel.Messages;

namespace SystemDesign.Notifications.Domain.Preferences;

/// <summary>I want to hear of a topic where everybody does by default.</summary>
internal sealed record ResetChannels(string Topic) : ICommand<TopicChoices>
{
    internal sealed class Validator : AbstractValidator<ResetChannels>
    {
        public Validator() => RuleFor(request => request.Topic).NotEmpty();
    }

    internal sealed class Handler(IPreferences preferences, ICurrentUser currentUser) : IRequestHandler<ResetChannels, TopicChoices>
    {
        public Task<TopicChoices> Handle(ResetChannels request, CancellationToken cancellationToken)
        {
            var topic = PreferenceProblems.RequireTopic(request.Topic);
            preferences.Reset(currentUser.Id, topic.Name);
            return Task.FromResult(TopicChoices.Of(topic, chosen: null));
        }
    }
}
