using FluentValidation;
using MediatR;
using SystemDesign.Kernel.Messages;
using SystemDesign.Kernel.Time;
using SystemDesign.UrlShortener.Domain.Links;

namespace SystemDesign.UrlShortener.Domain.Abuse;

/// <summary>Why a link is banned.</summary>
/// <param name="Reason" example="Phishing.">1 to 500 characters; its owner is shown it.</param>
internal sealed record BanLink(string Reason) : ICommand<Unit>
{
    /// <summary>From the path.</summary>
    internal string Code { get; init; } = string.Empty;

    internal sealed class Validator : AbstractValidator<BanLink>
    {
        public Validator()
        {
            RuleFor(request => request.Code).NotEmpty();
            RuleFor(request => request.Reason).Reason();
        }
    }

    internal sealed class Handler(ILinks links, IReports reports, TimeProvider clock) : IRequestHandler<BanLink, Unit>
    {
        public async Task<Unit> Handle(BanLink request, CancellationToken cancellationToken)
        {
            var link = await links.RequireForChangeAsync(request.Code, cancellationToken);
            link.Ban(request.Reason.Trim(), clock.Now());
            reports.RemoveAllOf(link.Id);
            return Unit.Value;
        }
    }
}
