using FluentValidation;

namespace SystemDesign.UrlShortener.Domain.Abuse;

internal static class AbuseRules
{
    public static IRuleBuilderOptions<T, string> Reason<T>(this IRuleBuilder<T, string> rule) => rule
        .NotEmpty()
        .MaximumLength(Report.MaximumReasonLength);
}
