using FluentValidation;
using MediatR;
using SystemDesign.Kernel.Identity;
using SystemDesign.Kernel.Messages;
using SystemDesign.Kernel.Paging;

namespace SystemDesign.Users.Domain.Sessions;

/// <summary>Where I am signed in, the newest first.</summary>
internal sealed record ListMySessions(PageRequest Page) : IQuery<Page<MySession>>
{
    internal sealed class Validator : AbstractValidator<ListMySessions>
    {
        public Validator() => RuleFor(request => request.Page).NotNull();
    }

    internal sealed class Handler(ISessions sessions, ICurrentUser currentUser) : IRequestHandler<ListMySessions, Page<MySession>>
    {
        public async Task<Page<MySession>> Handle(ListMySessions request, CancellationToken cancellationToken)
        {
            var page = await sessions.ListAsync(currentUser.Id, request.Page, cancellationToken);
            return page.Select(Show);
        }

        private MySession Show(Session session) =>
            new(session.Id, session.CreatedAt, session.LastUsedAt, session.ExpiresAt, session.UserAgent, session.Id == currentUser.User.SessionId);
    }
}
