using FluentValidation;
using SystemDesign.UrlShortener.Domain.Targets;

namespace SystemDesign.UrlShortener.Domain.Links;

/// <summary>What a link's values may be, wherever they are given.</summary>
internal static class LinkRules
{
    public const int GreatestMaxVisits = 1_000_000_000;

    public static IRuleBuilderOptions<T, string> TargetUrl<T>(this IRuleBuilder<T, string> rule, UrlShortenerOptions options)
    {
        var ownHosts = OwnHosts.Of(options);
        return rule
            .NotEmpty()
            .MaximumLength(Targets.TargetUrl.MaximumLength)
            .Must(url => Targets.TargetUrl.RefusalOf(url, ownHosts) is null)
            .WithMessage((_, url) => Targets.TargetUrl.RefusalOf(url, ownHosts)!.Value.Sentence());
    }

    public static IRuleBuilderOptions<T, string?> Alias<T>(this IRuleBuilder<T, string?> rule) => rule
        .Must(alias => alias is null || LinkCode.IsAlias(alias))
        .WithMessage($"An alias is {LinkCode.MinimumAliasLength} to {LinkCode.MaximumLength} letters (a to z), digits, hyphens or underscores.")
        .Must(alias => alias is null || !LinkCode.IsReserved(alias))
        .WithMessage("This word is reserved: choose another alias.");

    public static IRuleBuilderOptions<T, int> Redirect<T>(this IRuleBuilder<T, int> rule) => rule
        .Must(RedirectStatus.IsValid).WithMessage("A link redirects with 301, 302, 307 or 308.");

    public static IRuleBuilderOptions<T, int?> MaxVisits<T>(this IRuleBuilder<T, int?> rule) => rule
        .InclusiveBetween(1, GreatestMaxVisits).WithMessage($"A maximum of visits is a whole number from 1 to {GreatestMaxVisits}.");

    public static IRuleBuilderOptions<T, IReadOnlyList<string>?> Tags<T>(this IRuleBuilder<T, IReadOnlyList<string>?> rule) => rule
        .Must(tags => tags is null || tags.Count <= LinkTags.Maximum).WithMessage($"A link has at most {LinkTags.Maximum} tags.")
        .Must(tags => tags is null || tags.All(LinkTags.IsValid))
        .WithMessage($"A tag is 1 to {LinkTags.MaximumLength} characters, none of them a control character.");
}
