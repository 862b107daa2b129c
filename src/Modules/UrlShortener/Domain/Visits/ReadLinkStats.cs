using FluentValidation;
using MediatR;
using SystemDesign.Kernel.Identity;
using SystemDesign.Kernel.Messages;
using SystemDesign.UrlShortener.Domain.Links;

namespace SystemDesign.UrlShortener.Domain.Visits;

/// <summary>How often one of my links was followed. Of others' links that is not for me to know.</summary>
/// <param name="Code">See <see cref="LinkCode"/>.</param>
/// <param name="From">The first day, as in 2026-08-01; nothing: so that there are 30.</param>
/// <param name="To">The last day; nothing: today.</param>
internal sealed record ReadLinkStats(string Code, string? From, string? To) : IQuery<LinkStats>
{
    private Days DaysAsOf(TimeProvider clock) => Days.Parse(From, To, DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime));

    internal sealed class Validator : AbstractValidator<ReadLinkStats>
    {
        private const string NoDay = "A day is written as in 2026-08-01.";

        public Validator(TimeProvider clock)
        {
            RuleFor(request => request.Code).NotEmpty();
            RuleFor(request => request.To).Must(Days.CanParse).WithMessage(NoDay);
            RuleFor(request => request.From).Must(Days.CanParse).WithMessage(NoDay);
            RuleFor(request => request.From)
                .Must((request, _) => request.DaysAsOf(clock).Count > 0).WithMessage("The first day must not be after the last.")
                .Must((request, _) => request.DaysAsOf(clock).Count <= Days.MaximumCount).WithMessage($"Ask for at most {Days.MaximumCount} days at once.")
                .When(request => Days.CanParse(request.From) && Days.CanParse(request.To));
        }
    }

    internal sealed class Handler(ILinks links, ILinkStats stats, ICurrentUser currentUser, TimeProvider clock) : IRequestHandler<ReadLinkStats, LinkStats>
    {
        public async Task<LinkStats> Handle(ReadLinkStats request, CancellationToken cancellationToken) =>
            LinkCode.IsValid(request.Code) && await links.HasAsync(request.Code, currentUser.Id, cancellationToken)
                ? await stats.ReadAsync(request.Code, request.DaysAsOf(clock), cancellationToken)
                : throw Link.NotFound();
    }
}
