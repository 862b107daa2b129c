using FluentValidation;
using MediatR;
using SystemDesign.Kernel.Identity;
using SystemDesign.Kernel.Messages;
using SystemDesign.Kernel.Time;
using SystemDesign.Twitter.Domain.People;

namespace SystemDesign.Twitter.Domain.Graph;

/// <summary>From now on neither sees anything of the other, and neither follows the other; twice is as once.</summary>
internal sealed record BlockPerson(string UserName) : ICommand<Unit>
{
    internal sealed class Validator : AbstractValidator<BlockPerson>
    {
        public Validator() => RuleFor(request => request.UserName).NotEmpty();
    }

    internal sealed class Handler(IGraph graph, IPeople people, ICurrentUser currentUser, TimeProvider clock) : IRequestHandler<BlockPerson, Unit>
    {
        public async Task<Unit> Handle(BlockPerson request, CancellationToken cancellationToken)
        {
            var me = await people.EnsureAsync(currentUser.User, cancellationToken);
            graph.Block(me, await people.RequireWhoeverAsync(request.UserName, cancellationToken), clock.Now());
            return Unit.Value;
        }
    }
}
