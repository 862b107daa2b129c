using FluentValidation;
using SystemDesign.Kernel.Time;

namespace SystemDesign.Analytics.Domain.Periods;

internal static class PeriodRules
{
    private const string NoInstant = "An instant is written as in 2026-08-01T15:00:00Z.";

    public static Period PeriodAsOf(this IOfPeriod request, TimeProvider clock) => Period.Parse(request.From, request.To, request.Step, clock.Now());

    /// <param name="validator">The request's.</param>
    /// <param name="clock">Says what is now.</param>
    /// <param name="steps">Those that can be asked for.</param>
    public static void RuleForPeriod<TRequest>(this AbstractValidator<TRequest> validator, TimeProvider clock, params string[] steps)
        where TRequest : IOfPeriod
    {
        validator.RuleFor(request => request.Step)
            .Must(step => step is null || steps.Contains(step)).WithMessage($"Ask for {string.Join(", ", steps[..^1])} or {steps[^1]}.");
        validator.RuleFor(request => request.To).Must(Period.CanParse).WithMessage(NoInstant);
        validator.RuleFor(request => request.From).Must(Period.CanParse).WithMessage(NoInstant);
        validator.RuleFor(request => request.From)
            .Must((request, _) => request.PeriodAsOf(clock).Count > 0).WithMessage("It must be before the end.")
            .Must((request, _) => request.PeriodAsOf(clock).Count <= Period.MaximumCount).WithMessage($"Ask for at most {Period.MaximumCount} steps at once.")
            .When(request => Period.CanParse(request.From) && Period.CanParse(request.To) && (request.Step is null || steps.Contains(request.Step)));
    }

    /// <summary>What is looked for among names that are kept: no database keeps a NUL.</summary>
    public static IRuleBuilderOptions<TRequest, string?> Sought<TRequest>(this IRuleBuilder<TRequest, string?> rule, int maximumLength) =>
        rule.MaximumLength(maximumLength).Must(sought => sought?.Contains('\0', StringComparison.Ordinal) is not true).WithMessage("It has a character that no name has.");
}
