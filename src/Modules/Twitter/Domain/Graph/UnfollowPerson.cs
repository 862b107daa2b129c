using FluentValidation;
using MediatR;
using SystemDesign.Kernel.Identity;
using SystemDesign.Kernel.Messages;
using SystemDesign.Twitter.Domain.People;

namespace SystemDesign.Twitter.Domain.Graph;

/// <summary>Follows somebody no more, or takes back that one asked to; twice is as once.</summary>
internal sealed record UnfollowPerson(string UserName) : ICommand<Unit>
{
    internal sealed class Validator : AbstractValidator<UnfollowPerson>
    {
        public Validator() => RuleFor(request => request.UserName).NotEmpty();
    }

    internal sealed class Handler(IGraph graph, IPeople people, ICurrentUser currentUser) : IRequestHandler<UnfollowPerson, Unit>
    {
        public async Task<Unit> Handle(UnfollowPerson request, CancellationToken cancellationToken)
        {
            var me = await people.EnsureAsync(currentUser.User, cancellationToken);
            graph.Unfollow(me, await people.RequireWhoeverAsync(request.UserName, cancellationToken));
            return Unit.Value;
        }
    }
}
