using FluentValidation;
using MediatR;
using SystemDesign.Analytics.Domain.Events;
using SystemDesign.Analytics.Domain.Periods;
using SystemDesign.Kernel.Messages;

namespace SystemDesign.Analytics.Domain.Distinct;

/// <summary>How many different users there were.</summary>
/// <param name="From">An instant; nothing: 24 steps before the end.</param>
/// <param name="To">An instant; nothing: now.</param>
/// <param name="Step">Hour or day; nothing: hour.</param>
/// <param name="Name">Of one event, by the day; nothing: of all.</param>
internal sealed record ReadDistinctUsers(string? From, string? To, string? Step, string? Name) : IQuery<DistinctUsers>, IOfPeriod
{
    internal sealed class Validator : AbstractValidator<ReadDistinctUsers>
    {
        public Validator(TimeProvider clock)
        {
            this.RuleForPeriod(clock, "hour", "day");
            RuleFor(request => request.Name).Sought(EventNames.MaximumLength);
            RuleFor(request => request.Step).Equal("day").WithMessage("Users of one event are counted by the day.").When(request => request.Name is not null);
        }
    }

    internal sealed class Handler(IUserSketches users, TimeProvider clock) : IRequestHandler<ReadDistinctUsers, DistinctUsers>
    {
        public async Task<DistinctUsers> Handle(ReadDistinctUsers request, CancellationToken cancellationToken)
        {
            var period = request.PeriodAsOf(clock);
            var steps = await users.ReadAsync(period, request.Name ?? IUserSketches.AnyEvent, cancellationToken);
            var all = new HyperLogLog();
            foreach (var (_, seen) in steps)
            {
                all.Merge(seen);
            }

            return new(
                period.From,
                period.To,
                period.Step,
                HyperLogLog.StandardError,
                UserEstimate.Of(all),
                [.. steps.Select(step => new UsersInStep(step.Start, UserEstimate.Of(step.Users)))]);
        }
    }
}
