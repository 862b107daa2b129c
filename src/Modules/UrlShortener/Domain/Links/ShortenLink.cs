using FluentValidation;
using MediatR;
using SystemDesign.Contracts.UrlShortener;
using SystemDesign.Kernel.Events;
using SystemDesign.Kernel.Identity;
using SystemDesign.Kernel.Messages;
using SystemDesign.Kernel.Time;
using SystemDesign.UrlShortener.Domain.Targets;

namespace SystemDesign.UrlShortener.Domain.Links;

/// <summary>A new link.</summary>
/// <param name="Url" example="https://example.org/2026/launch">Absolute, http or https, at most 2,048 characters.</param>
/// <param name="Alias" example="launch">3 to 32 letters (a to z), digits, hyphens or underscores; case matters. Left out: a code of 7 is generated.</param>
internal sealed record ShortenLink(string Url, string? Alias) : ICommand<ShortLink>, IDrawsValues, IIdempotent
{
    bool IDrawsValues.Draws => Alias is null;

    internal sealed class Validator : AbstractValidator<ShortenLink>
    {
        public Validator(UrlShortenerOptions options)
        {
            RuleFor(request => request.Url).TargetUrl(options);
            RuleFor(request => request.Alias)
                .Must(alias => alias is null || LinkCode.IsValid(alias))
                .WithMessage($"An alias is {LinkCode.MinimumLength} to {LinkCode.MaximumLength} letters (a to z), digits, hyphens or underscores.");
        }
    }

    internal sealed class Handler(ILinks links, IOutbox outbox, ShortUrls shortUrls, ICurrentUser currentUser, TimeProvider clock)
        : IRequestHandler<ShortenLink, ShortLink>
    {
        public Task<ShortLink> Handle(ShortenLink request, CancellationToken cancellationToken)
        {
            var now = clock.Now();
            var id = Guid.CreateVersion7(now);
            var link = new Link
            {
                Id = id,
                Version = id,
                Code = request.Alias ?? LinkCode.Random(),
                OwnerId = currentUser.Id,
                Url = TargetUrl.Parse(request.Url)!,
                CreatedAt = now,
            };
            links.Add(link);
            outbox.Add(new LinkShortened(link.Code, link.OwnerId, link.Url, link.CreatedAt));
            return Task.FromResult(shortUrls.Show(link));
        }
    }
}
