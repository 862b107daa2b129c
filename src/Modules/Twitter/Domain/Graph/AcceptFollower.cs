using FluentValidation;
using MediatR;
using SystemDesign.Kernel.Identity;
using SystemDesign.Kernel.Messages;
using SystemDesign.Kernel.Time;
using SystemDesign.Twitter.Domain.People;

namespace SystemDesign.Twitter.Domain.Graph;

/// <summary>Lets somebody follow me who has asked to.</summary>
internal sealed record AcceptFollower(string UserName) : ICommand<Unit>
{
    internal sealed class Validator : AbstractValidator<AcceptFollower>
    {
        public Validator() => RuleFor(request => request.UserName).NotEmpty();
    }

    internal sealed class Handler(IGraph graph, IPeople people, ICurrentUser currentUser, TimeProvider clock) : IRequestHandler<AcceptFollower, Unit>
    {
        public async Task<Unit> Handle(AcceptFollower request, CancellationToken cancellationToken)
        {
            var me = await people.EnsureAsync(currentUser.User, cancellationToken);
            graph.Accept(me, await people.RequireWhoeverAsync(request.UserName, cancellationToken), clock.Now());
            return Unit.Value;
        }
    }
}
