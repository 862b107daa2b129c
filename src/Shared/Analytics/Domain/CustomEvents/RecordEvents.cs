using FluentValidation;
using MediatR;
using SystemDesign.Kernel.Identity;
using SystemDesign.Kernel.Messages;
using SystemDesign.Kernel.Time;

namespace SystemDesign.Analytics.Domain.CustomEvents;

/// <summary>What happened at a client.</summary>
/// <param name="Events">1 to 100.</param>
internal sealed record RecordEvents(IReadOnlyList<NewEvent> Events) : ICommand<RecordedEvents>
{
    internal sealed class Validator : AbstractValidator<RecordEvents>
    {
        public Validator(AnalyticsOptions options, TimeProvider clock)
        {
            RuleFor(request => request.Events).NotEmpty()
                .Must(events => events.Count <= CustomEventRules.MaximumEvents).WithMessage($"Send at most {CustomEventRules.MaximumEvents} events at once.");
            RuleForEach(request => request.Events).NotNull().SetValidator(new EventValidator(options, clock));
        }
    }

    internal sealed class EventValidator : AbstractValidator<NewEvent>
    {
        public EventValidator(AnalyticsOptions options, TimeProvider clock)
        {
            RuleFor(sent => sent.Id).NotEmpty();
            RuleFor(sent => sent.Name)
                .Must(CustomEventRules.IsName)
                .WithMessage($"A name is lower-case words with digits and hyphens, divided by dots, and has at most {CustomEventRules.MaximumNameLength} characters.");
            RuleFor(sent => sent.OccurredAt).Cascade(CascadeMode.Stop)
                .NotEmpty()
                .Must(at => at <= clock.Now() + CustomEventRules.MaximumSkew).WithMessage("It is still to come.")
                .Must(at => at >= clock.Now() - TimeSpan.FromDays(options.CustomEventDays)).WithMessage($"It is more than {options.CustomEventDays} days ago.");
            RuleFor(sent => sent.Properties)
                .Must(properties => properties!.Count <= CustomEventRules.MaximumProperties).WithMessage($"Give at most {CustomEventRules.MaximumProperties} properties.")
                .Must(properties => properties!.Keys.All(CustomEventRules.IsPropertyName))
                .WithMessage($"A property's name is letters, digits and underscores, {CustomEventRules.MaximumPropertyNameLength} at most, and begins with a letter.")
                .Must(properties => properties!.Values.All(CustomEventRules.IsValue))
                .WithMessage($"A property's value is a text of at most {CustomEventRules.MaximumValueLength} characters, a number, true or false.")
                .When(sent => sent.Properties is not null);
        }
    }

    internal sealed class Handler(ICustomEvents events, AnalyticsOptions options, ICurrentUser currentUser) : IRequestHandler<RecordEvents, RecordedEvents>
    {
        public Task<RecordedEvents> Handle(RecordEvents request, CancellationToken cancellationToken) =>
            events.WriteAsync([.. request.Events.Select(sent => CustomEvent.Of(currentUser.Id, sent, options.Properties))], cancellationToken);
    }
}
