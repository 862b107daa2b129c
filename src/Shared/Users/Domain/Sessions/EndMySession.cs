using FluentValidation;
using MediatR;
using SystemDesign.Kernel.Errors;
using SystemDesign.Kernel.Identity;
using SystemDesign.Kernel.Messages;
using SystemDesign.Kernel.Time;

namespace SystemDesign.Users.Domain.Sessions;

/// <summary>Signs me out somewhere.</summary>
/// <param name="Id">As listed.</param>
internal sealed record EndMySession(Guid Id) : ICommand<Unit>
{
    internal sealed class Validator : AbstractValidator<EndMySession>
    {
        public Validator() => RuleFor(request => request.Id).NotEmpty();
    }

    internal sealed class Handler(ISessions sessions, ICurrentUser currentUser, TimeProvider clock) : IRequestHandler<EndMySession, Unit>
    {
        public async Task<Unit> Handle(EndMySession request, CancellationToken cancellationToken)
        {
            var session = await sessions.FindAsync(request.Id, cancellationToken);
            if (session is null || session.UserId != currentUser.Id || !session.TryEnd(clock.Now()))
            {
                throw new NotFoundException("users.session-not-found", "There is no such session of yours, or it has ended.");
            }

            sessions.RefuseTokensOf(session);
            return Unit.Value;
        }
    }
}
