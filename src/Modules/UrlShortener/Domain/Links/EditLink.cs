using FluentValidation;
using MediatR;
using SystemDesign.Kernel.Editing;
using SystemDesign.Kernel.Identity;
using SystemDesign.Kernel.Messages;
using SystemDesign.Kernel.Time;
using SystemDesign.UrlShortener.Domain.Targets;

namespace SystemDesign.UrlShortener.Domain.Links;

/// <summary>What is to change about one of my links: a JSON merge patch.</summary>
/// <param name="Url" example="https://example.org/2027/launch">Where it leads from now on: absolute, http or https, at most 2,048 characters.</param>
internal sealed record EditLink(Optional<string> Url) : ICommand<ShortLink>
{
    /// <summary>From the path.</summary>
    internal string Code { get; init; } = string.Empty;

    /// <summary>From the headers.</summary>
    internal Precondition Precondition { get; init; } = Precondition.None;

    internal sealed class Validator : AbstractValidator<EditLink>
    {
        public Validator(UrlShortenerOptions options)
        {
            RuleFor(request => request.Code).NotEmpty();
            this.RuleForGiven(request => request.Url, url => url.TargetUrl(options));
        }
    }

    internal sealed class Handler(ILinks links, ShortUrls shortUrls, ICurrentUser currentUser, TimeProvider clock) : IRequestHandler<EditLink, ShortLink>
    {
        public async Task<ShortLink> Handle(EditLink request, CancellationToken cancellationToken)
        {
            if (!LinkCode.IsValid(request.Code) || await links.FindForChangeAsync(request.Code, currentUser.Id, cancellationToken) is not { } link)
            {
                throw Link.NotFound();
            }

            request.Precondition.Require(shortUrls.Show(link));
            link.LeadTo(request.Url.IsGiven ? TargetUrl.Parse(request.Url.Or(link.Url))! : link.Url, clock.Now());
            return shortUrls.Show(link);
        }
    }
}
