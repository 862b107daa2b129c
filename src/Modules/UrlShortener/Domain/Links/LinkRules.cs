using FluentValidation;

namespace SystemDesign.UrlShortener.Domain.Links;

/// <summary>What a link's values may be, wherever they are given.</summary>
internal static class LinkRules
{
    public static IRuleBuilderOptions<T, string> TargetUrl<T>(this IRuleBuilder<T, string> rule) => rule
        .NotEmpty()
        .MaximumLength(Links.TargetUrl.MaximumLength)
        .Must(url => Links.TargetUrl.Parse(url) is not null)
        .WithMessage("The URL must be absolute and begin with http:// or https://.");
}
