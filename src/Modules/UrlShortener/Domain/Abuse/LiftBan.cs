using FluentValidation;
using MediatR;
using SystemDesign.Kernel.Messages;
using SystemDesign.Kernel.Time;
using SystemDesign.UrlShortener.Domain.Links;

namespace SystemDesign.UrlShortener.Domain.Abuse;

/// <summary>A link that was banned leads on again.</summary>
internal sealed record LiftBan(string Code) : ICommand<Unit>
{
    internal sealed class Validator : AbstractValidator<LiftBan>
    {
        public Validator() => RuleFor(request => request.Code).NotEmpty();
    }

    internal sealed class Handler(ILinks links, TimeProvider clock) : IRequestHandler<LiftBan, Unit>
    {
        public async Task<Unit> Handle(LiftBan request, CancellationToken cancellationToken)
        {
            var link = await links.RequireForChangeAsync(request.Code, cancellationToken);
            if (link.BannedAt is not null)
            {
                link.LiftBan(clock.Now());
            }

            return Unit.Value;
        }
    }
}
