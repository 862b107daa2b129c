using FluentValidation;
using SystemDesign.UrlShortener.Domain.Targets;

namespace SystemDesign.UrlShortener.Domain.Links;

/// <summary>What a link's values may be, wherever they are given.</summary>
internal static class LinkRules
{
    public static IRuleBuilderOptions<T, string> TargetUrl<T>(this IRuleBuilder<T, string> rule, UrlShortenerOptions options)
    {
        var ownHosts = OwnHosts.Of(options);
        return rule
            .NotEmpty()
            .MaximumLength(Targets.TargetUrl.MaximumLength)
            .Must(url => Targets.TargetUrl.RefusalOf(url, ownHosts) is null)
            .WithMessage((_, url) => Targets.TargetUrl.RefusalOf(url, ownHosts)!.Value.Sentence());
    }
}
