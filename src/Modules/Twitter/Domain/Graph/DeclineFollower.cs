using FluentValidation;
using MediatR;
using SystemDesign.Kernel.Identity;
using SystemDesign.Kernel.Messages;
using SystemDesign.Twitter.Domain.People;

namespace SystemDesign.Twitter.Domain.Graph;

/// <summary>Does not let somebody follow me who has asked to; they are not told, and may ask again.</summary>
internal sealed record DeclineFollower(string UserName) : ICommand<Unit>
{
    internal sealed class Validator : AbstractValidator<DeclineFollower>
    {
        public Validator() => RuleFor(request => request.UserName).NotEmpty();
    }

    internal sealed class Handler(IGraph graph, IPeople people, ICurrentUser currentUser) : IRequestHandler<DeclineFollower, Unit>
    {
        public async Task<Unit> Handle(DeclineFollower request, CancellationToken cancellationToken)
        {
            var me = await people.EnsureAsync(currentUser.User, cancellationToken);
            graph.Decline(me, await people.RequireWhoeverAsync(request.UserName, cancellationToken));
            return Unit.Value;
        }
    }
}
