using MediatR;
using SystemDesign.Kernel.Identity;
using SystemDesign.Kernel.Messages;
using SystemDesign.Kernel.Time;

namespace SystemDesign.Users.Domain.Sessions;

/// <summary>Signs out whoever asks, here and nowhere else. To do it twice is no failure.</summary>
internal sealed record LogOut : ICommand<Unit>
{
    internal sealed class Handler(ISessions sessions, ICurrentUser currentUser, TimeProvider clock) : IRequestHandler<LogOut, Unit>
    {
        public async Task<Unit> Handle(LogOut request, CancellationToken cancellationToken)
        {
            if (await sessions.FindAsync(currentUser.User.SessionId, cancellationToken) is { } session && session.TryEnd(clock.Now()))
            {
                sessions.RefuseTokensOf(session);
            }

            return Unit.Value;
        }
    }
}
