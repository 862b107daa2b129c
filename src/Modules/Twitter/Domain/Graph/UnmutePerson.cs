using FluentValidation;
using MediatR;
using SystemDesign.Kernel.Identity;
using SystemDesign.Kernel.Messages;
using SystemDesign.Twitter.Domain.People;

namespace SystemDesign.Twitter.Domain.Graph;

/// <summary>Takes a mute back; twice is as once.</summary>
internal sealed record UnmutePerson(string UserName) : ICommand<Unit>
{
    internal sealed class Validator : AbstractValidator<UnmutePerson>
    {
        public Validator() => RuleFor(request => request.UserName).NotEmpty();
    }

    internal sealed class Handler(IGraph graph, IPeople people, ICurrentUser currentUser) : IRequestHandler<UnmutePerson, Unit>
    {
        public async Task<Unit> Handle(UnmutePerson request, CancellationToken cancellationToken)
        {
            var me = await people.EnsureAsync(currentUser.User, cancellationToken);
            graph.Unmute(me, await people.RequireWhoeverAsync(request.UserName, cancellationToken));
            return Unit.Value;
        }
    }
}
