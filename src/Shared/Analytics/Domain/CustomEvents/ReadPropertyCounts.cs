using FluentValidation;
using MediatR;
using SystemDesign.Analytics.Domain.Events;
using SystemDesign.Analytics.Domain.Periods;
using SystemDesign.Kernel.Messages;

namespace SystemDesign.Analytics.Domain.CustomEvents;

/// <summary>How often custom events of one name had which values.</summary>
/// <param name="Name">As the client sent it.</param>
/// <param name="From">An instant; nothing: 24 days before the end.</param>
/// <param name="To">An instant; nothing: now.</param>
internal sealed record ReadPropertyCounts(string Name, string? From, string? To) : IQuery<PropertyCounts>, IOfPeriod
{
    string? IOfPeriod.Step => "day";

    internal sealed class Validator : AbstractValidator<ReadPropertyCounts>
    {
        public Validator(TimeProvider clock)
        {
            RuleFor(request => request.Name).Must(CustomEventRules.IsName).WithMessage("That is no name of a custom event.");
            this.RuleForPeriod(clock, "hour", "day");
        }
    }

    internal sealed class Handler(ICustomEvents events, TimeProvider clock) : IRequestHandler<ReadPropertyCounts, PropertyCounts>
    {
        public async Task<PropertyCounts> Handle(ReadPropertyCounts request, CancellationToken cancellationToken)
        {
            var period = request.PeriodAsOf(clock);
            return new(period.From, period.To, await events.ReadValuesAsync(period, EventNames.OfCustom(request.Name), cancellationToken));
        }
    }
}
