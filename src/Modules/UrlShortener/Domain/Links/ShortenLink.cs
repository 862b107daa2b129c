using FluentValidation;
using MediatR;
using SystemDesign.Contracts.UrlShortener;
using SystemDesign.Kernel.Events;
using SystemDesign.Kernel.Identity;
using SystemDesign.Kernel.Messages;
using SystemDesign.Kernel.Time;
using SystemDesign.UrlShortener.Domain.Codes;
using SystemDesign.UrlShortener.Domain.Targets;

namespace SystemDesign.UrlShortener.Domain.Links;

/// <summary>A new link.</summary>
/// <param name="Url" example="https://example.org/2026/launch">Absolute, http or https, at most 2,048 characters, and public: no private address in whatever spelling, no credentials, not this site.</param>
/// <param name="Alias" example="launch">3 to 32 letters (a to z), digits, hyphens or underscores; case matters: <c>launch</c> and <c>Launch</c> are two links. Some words are reserved, in any case. Left out: a code is generated.</param>
/// <param name="ExpiresAt" example="2030-01-01T00:00:00Z">From then on the link is gone; in the future, and after <c>validFrom</c>. Left out: never.</param>
/// <param name="ValidFrom" example="2026-01-01T00:00:00Z">Before it the link leads nowhere. Left out: from the beginning.</param>
/// <param name="MaxVisits" example="1000">1 to 1,000,000,000: after so many visits the link is gone. Who only looks (HEAD, prefetch, preview bots) uses none up. Left out: as many as one likes.</param>
/// <param name="Redirect" example="302">301, 302, 307 or 308. Left out: 302. Browsers remember 301 and 308, for 30 seconds.</param>
/// <param name="Tags" example="[&quot;launch&quot;,&quot;newsletter&quot;]">At most 10, of 1 to 30 characters; kept in lower case.</param>
internal sealed record ShortenLink(
    string Url, string? Alias, DateTimeOffset? ExpiresAt, DateTimeOffset? ValidFrom, int? MaxVisits, int? Redirect, IReadOnlyList<string>? Tags)
    : ICommand<ShortLink>, IDrawsValues, IIdempotent
{
    bool IDrawsValues.Draws => Alias is null;

    internal sealed class Validator : AbstractValidator<ShortenLink>
    {
        public Validator(UrlShortenerOptions options)
        {
            RuleFor(request => request.Url).TargetUrl(options);
            RuleFor(request => request.Alias).Alias();
            RuleFor(request => request.MaxVisits).MaxVisits();
            RuleFor(request => request.Redirect ?? RedirectStatus.Default).Redirect().OverridePropertyName(nameof(Redirect));
            RuleFor(request => request.Tags).Tags();
        }
    }

    internal sealed class Handler(
        ILinks links, ILinkDocuments documents, ICodes codes, IOutbox outbox, ShortUrls shortUrls, ICurrentUser currentUser, TimeProvider clock)
        : IRequestHandler<ShortenLink, ShortLink>
    {
        public async Task<ShortLink> Handle(ShortenLink request, CancellationToken cancellationToken)
        {
            var now = clock.Now();
            LinkTimes.Require(request.ValidFrom, request.ExpiresAt);
            LinkTimes.RequireFuture(request.ExpiresAt, now);

            var document = DocumentOf(request);
            var id = Guid.CreateVersion7(now);
            var link = Link.Make(id, await CodeOfAsync(request, id, cancellationToken), currentUser.FindId(), request.MaxVisits, now);
            link.LeadBy(document, await documents.KeepAsync(document, cancellationToken));
            links.Add(link);
            outbox.Add(new LinkShortened(link.Code, link.OwnerId, document.Url, now));
            return shortUrls.Show(link, document);
        }

        private static LinkDocument DocumentOf(ShortenLink request) => new(
            TargetUrl.Parse(request.Url)!, request.Redirect ?? RedirectStatus.Default, request.ValidFrom, request.ExpiresAt, LinkTags.Normalize(request.Tags));

        private async Task<string> CodeOfAsync(ShortenLink request, Guid linkId, CancellationToken cancellationToken)
        {
            if (request.Alias is not { } alias)
            {
                return await codes.DrawAsync(linkId, cancellationToken);
            }

            codes.Claim(alias, linkId);
            return alias;
        }
    }
}
