using FluentValidation;
using MediatR;
using SystemDesign.Kernel.Identity;
using SystemDesign.Kernel.Messages;
using SystemDesign.Twitter.Domain.People;

namespace SystemDesign.Twitter.Domain.Graph;

/// <summary>Takes a block of mine back; who followed whom before stays undone. Twice is as once.</summary>
internal sealed record UnblockPerson(string UserName) : ICommand<Unit>
{
    internal sealed class Validator : AbstractValidator<UnblockPerson>
    {
        public Validator() => RuleFor(request => request.UserName).NotEmpty();
    }

    internal sealed class Handler(IGraph graph, IPeople people, ICurrentUser currentUser) : IRequestHandler<UnblockPerson, Unit>
    {
        public async Task<Unit> Handle(UnblockPerson request, CancellationToken cancellationToken)
        {
            var me = await people.EnsureAsync(currentUser.User, cancellationToken);
            graph.Unblock(me, await people.RequireWhoeverAsync(request.UserName, cancellationToken));
            return Unit.Value;
        }
    }
}
