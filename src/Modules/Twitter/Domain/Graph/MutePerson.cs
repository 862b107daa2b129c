using FluentValidation;
using MediatR;
using SystemDesign.Kernel.Identity;
using SystemDesign.Kernel.Messages;
using SystemDesign.Kernel.Time;
using SystemDesign.Twitter.Domain.People;

namespace SystemDesign.Twitter.Domain.Graph;

/// <summary>Keeps somebody out of my feed and my notifications, and they are not told; twice is as once.</summary>
internal sealed record MutePerson(string UserName) : ICommand<Unit>
{
    internal sealed class Validator : AbstractValidator<MutePerson>
    {
        public Validator() => RuleFor(request => request.UserName).NotEmpty();
    }

    internal sealed class Handler(IGraph graph, IPeople people, ICurrentUser currentUser, TimeProvider clock) : IRequestHandler<MutePerson, Unit>
    {
        public async Task<Unit> Handle(MutePerson request, CancellationToken cancellationToken)
        {
            var me = await people.EnsureAsync(currentUser.User, cancellationToken);
            graph.Mute(me, await people.RequireWhoeverAsync(request.UserName, cancellationToken), clock.Now());
            return Unit.Value;
        }
    }
}
