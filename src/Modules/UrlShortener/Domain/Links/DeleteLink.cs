using FluentValidation;
using MediatR;
using SystemDesign.Kernel.Editing;
using SystemDesign.Kernel.Identity;
using SystemDesign.Kernel.Messages;
using SystemDesign.Kernel.Time;

namespace SystemDesign.UrlShortener.Domain.Links;

/// <summary>Ends one of my links. Its code is gone for ever: whoever printed it must not be led to what somebody else puts there.</summary>
internal sealed record DeleteLink(string Code) : ICommand<Unit>
{
    /// <summary>From the headers.</summary>
    internal Precondition Precondition { get; init; } = Precondition.None;

    internal sealed class Validator : AbstractValidator<DeleteLink>
    {
        public Validator() => RuleFor(request => request.Code).NotEmpty();
    }

    internal sealed class Handler(ILinks links, LinkRemoval removal, ShortUrls shortUrls, ICurrentUser currentUser, TimeProvider clock)
        : IRequestHandler<DeleteLink, Unit>
    {
        public async Task<Unit> Handle(DeleteLink request, CancellationToken cancellationToken)
        {
            var (link, document) = await links.RequireForChangeAsync(request.Code, currentUser.Id, cancellationToken);
            request.Precondition.Require(shortUrls.Show(link, document));
            removal.Remove(link, clock.Now());
            return Unit.Value;
        }
    }
}
