using FluentValidation;
using MediatR;
using SystemDesign.Kernel.Identity;
using SystemDesign.Kernel.Messages;
using SystemDesign.Kernel.Time;
using SystemDesign.Twitter.Domain.People;

namespace SystemDesign.Twitter.Domain.Graph;

/// <summary>Follows somebody, or asks them to, if they are private; twice is as once.</summary>
internal sealed record FollowPerson(string UserName) : ICommand<FollowAnswer>
{
    internal sealed class Validator : AbstractValidator<FollowPerson>
    {
        public Validator() => RuleFor(request => request.UserName).NotEmpty();
    }

    internal sealed class Handler(IGraph graph, IPeople people, ICurrentUser currentUser, TimeProvider clock) : IRequestHandler<FollowPerson, FollowAnswer>
    {
        public async Task<FollowAnswer> Handle(FollowPerson request, CancellationToken cancellationToken)
        {
            var me = await people.EnsureAsync(currentUser.User, cancellationToken);
            return await graph.FollowAsync(me, await people.RequireAsync(request.UserName, me, cancellationToken), clock.Now(), cancellationToken);
        }
    }
}
