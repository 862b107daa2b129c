using FluentValidation;
using MediatR;
using SystemDesign.Kernel.Messages;
using SystemDesign.Kernel.Time;
using SystemDesign.UrlShortener.Domain.Links;
using SystemDesign.UrlShortener.Domain.Visits;

namespace SystemDesign.UrlShortener.Domain.Redirects;

/// <summary>A visit: where does this code lead? Nowhere is an answer here and no exception, since visits are many.</summary>
/// <param name="Code">See <see cref="LinkCode"/>.</param>
internal sealed record FollowLink(string Code) : IQuery<Followed>
{
    /// <summary>Whether somebody goes there, or a program looks where it leads.</summary>
    internal VisitKind Kind { get; init; }

    /// <summary>The host whose page led here, if that is known.</summary>
    internal string? Referrer { get; init; }

    internal sealed class Validator : AbstractValidator<FollowLink>
    {
        public Validator() => RuleFor(request => request.Code).NotEmpty();
    }

    internal sealed class Handler(IRedirects redirects, IVisits visits, TimeProvider clock) : IRequestHandler<FollowLink, Followed>
    {
        public async Task<Followed> Handle(FollowLink request, CancellationToken cancellationToken)
        {
            if (!LinkCode.IsValid(request.Code) || await redirects.FindAsync(request.Code, cancellationToken) is not { } destination)
            {
                return new(FollowOutcome.LeadsNowhere);
            }

            var outcome = destination.OutcomeAt(clock.Now());
            if (outcome is FollowOutcome.Leads && destination.IsLimited && request.Kind is VisitKind.Visit
                && !await redirects.TrySpendVisitAsync(destination.LinkId, cancellationToken))
            {
                outcome = FollowOutcome.UsedUp;
            }

            if (outcome is FollowOutcome.Leads)
            {
                visits.Count(request.Code, request.Kind, request.Referrer);
            }

            return new(outcome, destination);
        }
    }
}
