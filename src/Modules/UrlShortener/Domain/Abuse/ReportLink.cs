using FluentValidation;
using MediatR;
using SystemDesign.Kernel.Identity;
using SystemDesign.Kernel.Messages;
using SystemDesign.Kernel.Time;
using SystemDesign.UrlShortener.Domain.Links;

namespace SystemDesign.UrlShortener.Domain.Abuse;

/// <summary>What is wrong with a link.</summary>
/// <param name="Reason" example="Asks for the password of my bank.">1 to 500 characters.</param>
internal sealed record ReportLink(string Reason) : ICommand<Unit>
{
    /// <summary>From the path.</summary>
    internal string Code { get; init; } = string.Empty;

    internal sealed class Validator : AbstractValidator<ReportLink>
    {
        public Validator()
        {
            RuleFor(request => request.Code).NotEmpty();
            RuleFor(request => request.Reason).Reason();
        }
    }

    internal sealed class Handler(ILinks links, IReports reports, ICurrentUser currentUser, TimeProvider clock) : IRequestHandler<ReportLink, Unit>
    {
        public async Task<Unit> Handle(ReportLink request, CancellationToken cancellationToken)
        {
            var link = await links.RequireAsync(request.Code, cancellationToken);

            // One that is banned already waits for no decision.
            if (link.BannedAt is null)
            {
                var now = clock.Now();
                reports.Add(new()
                {
                    Id = Guid.CreateVersion7(now),
                    LinkId = link.Id,
                    ReporterId = currentUser.FindId(),
                    Reason = request.Reason.Trim(),
                    ReportedAt = now,
                });
            }

            return Unit.Value;
        }
    }
}
