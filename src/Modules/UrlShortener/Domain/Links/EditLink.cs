using FluentValidation;
using MediatR;
using SystemDesign.Kernel.Editing;
using SystemDesign.Kernel.Identity;
using SystemDesign.Kernel.Messages;
using SystemDesign.Kernel.Time;
using SystemDesign.UrlShortener.Domain.Targets;

namespace SystemDesign.UrlShortener.Domain.Links;

/// <summary>What is to change about one of my links: a JSON merge patch.</summary>
/// <param name="Url" example="https://example.org/2027/launch">Where it leads from now on; the same rules as for a new link.</param>
/// <param name="ExpiresAt" example="2030-01-01T00:00:00Z">From then on the link is gone, at once if that is past; null: never.</param>
/// <param name="ValidFrom" example="2026-01-01T00:00:00Z">Before it the link leads nowhere; null: from the beginning.</param>
/// <param name="MaxVisits" example="1000">After so many visits the link is gone; those that were made while it had a maximum count. Null: as many as one likes.</param>
/// <param name="Redirect" example="307">301, 302, 307 or 308.</param>
/// <param name="Tags" example="[&quot;launch&quot;]">All of them; null: none.</param>
/// <param name="Disabled" example="true">Switches the link off, or on again.</param>
internal sealed record EditLink(
    Optional<string> Url,
    Optional<DateTimeOffset?> ExpiresAt,
    Optional<DateTimeOffset?> ValidFrom,
    Optional<int?> MaxVisits,
    Optional<int> Redirect,
    Optional<IReadOnlyList<string>?> Tags,
    Optional<bool> Disabled) : ICommand<ShortLink>
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
            this.RuleForGiven(request => request.MaxVisits, maximum => maximum.MaxVisits());
            this.RuleForGiven(request => request.Redirect, redirect => redirect.Redirect());
            this.RuleForGiven(request => request.Tags, tags => tags.Tags());
        }
    }

    internal sealed class Handler(ILinks links, ILinkDocuments documents, ShortUrls shortUrls, ICurrentUser currentUser, TimeProvider clock)
        : IRequestHandler<EditLink, ShortLink>
    {
        public async Task<ShortLink> Handle(EditLink request, CancellationToken cancellationToken)
        {
            var (link, current) = await links.RequireForChangeAsync(request.Code, currentUser.Id, cancellationToken);
            request.Precondition.Require(shortUrls.Show(link, current));
            var document = request.Apply(current);
            LinkTimes.Require(document.ValidFrom, document.ExpiresAt);

            var changes = link.Restrict(request.MaxVisits.Or(link.MaxVisits), request.Disabled.Or(link.IsDisabled));
            if (!document.SaysTheSameAs(current))
            {
                documents.RemoveWhenCommitted(link.Document!.Value);
                link.LeadBy(document, await documents.KeepAsync(document, cancellationToken));
                changes = true;
            }

            if (changes)
            {
                link.ChangedAt(clock.Now());
            }

            return shortUrls.Show(link, document);
        }
    }

    private LinkDocument Apply(LinkDocument current) => new(
        Url.IsGiven ? TargetUrl.Parse(Url.Or(current.Url))! : current.Url,
        Redirect.Or(current.Redirect),
        ValidFrom.Or(current.ValidFrom),
        ExpiresAt.Or(current.ExpiresAt),
        Tags.IsGiven ? LinkTags.Normalize(Tags.Or(null)) : current.Tags);
}
