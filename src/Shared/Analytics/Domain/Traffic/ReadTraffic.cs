using FluentValidation;
using MediatR;
using SystemDesign.Analytics.Domain.Periods;
using SystemDesign.Kernel.Messages;

namespace SystemDesign.Analytics.Domain.Traffic;

/// <summary>How many requests came, and how long they took.</summary>
/// <param name="From">An instant; nothing: 24 steps before the end.</param>
/// <param name="To">An instant; nothing: now.</param>
/// <param name="Step">Minute, hour or day; nothing: hour.</param>
/// <param name="Route">A template; nothing: all.</param>
internal sealed record ReadTraffic(string? From, string? To, string? Step, string? Route) : IQuery<TrafficReport>, IOfPeriod
{
    internal sealed class Validator : AbstractValidator<ReadTraffic>
    {
        public Validator(TimeProvider clock)
        {
            this.RuleForPeriod(clock, "minute", "hour", "day");
            RuleFor(request => request.Route).Sought(AnsweredRequest.MaximumRouteLength);
        }
    }

    internal sealed class Handler(ITraffic traffic, TimeProvider clock) : IRequestHandler<ReadTraffic, TrafficReport>
    {
        public Task<TrafficReport> Handle(ReadTraffic request, CancellationToken cancellationToken) =>
            traffic.ReadAsync(request.PeriodAsOf(clock), request.Route, cancellationToken);
    }
}
