using FluentValidation;
using MediatR;
using SystemDesign.Analytics.Domain.Periods;
using SystemDesign.Kernel.Messages;

namespace SystemDesign.Analytics.Domain.Events;

/// <summary>How often what happened in any module.</summary>
/// <param name="From">An instant; nothing: 24 steps before the end.</param>
/// <param name="To">An instant; nothing: now.</param>
/// <param name="Step">Minute, hour or day; nothing: hour.</param>
/// <param name="Name">Of one event.</param>
/// <param name="Module">Of one module.</param>
internal sealed record ReadEventCounts(string? From, string? To, string? Step, string? Name, string? Module) : IQuery<EventCounts>, IOfPeriod
{
    internal sealed class Validator : AbstractValidator<ReadEventCounts>
    {
        public Validator(TimeProvider clock)
        {
            this.RuleForPeriod(clock, "minute", "hour", "day");
            RuleFor(request => request.Name).Sought(EventNames.MaximumLength);
            RuleFor(request => request.Module).Sought(EventNames.MaximumLength);
        }
    }

    internal sealed class Handler(IEventCounts counts, TimeProvider clock) : IRequestHandler<ReadEventCounts, EventCounts>
    {
        public Task<EventCounts> Handle(ReadEventCounts request, CancellationToken cancellationToken) =>
            counts.ReadAsync(request.PeriodAsOf(clock), request.Name, request.Module, cancellationToken);
    }
}
