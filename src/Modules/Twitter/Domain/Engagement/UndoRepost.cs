using FluentValidation;
using MediatR;
using SystemDesign.Kernel.Identity;
using SystemDesign.Kernel.Messages;
using SystemDesign.Twitter.Domain.People;

namespace SystemDesign.Twitter.Domain.Engagement;

/// <summary>Takes a repost of mine back, whether or not the tweet can still be seen; twice is as once.</summary>
internal sealed record UndoRepost(Guid Id) : ICommand<Unit>
{
    internal sealed class Validator : AbstractValidator<UndoRepost>
    {
        public Validator() => RuleFor(request => request.Id).NotEmpty();
    }

    internal sealed class Handler(IEngagement engagement, IPeople people, ICurrentUser currentUser) : IRequestHandler<UndoRepost, Unit>
    {
        public async Task<Unit> Handle(UndoRepost request, CancellationToken cancellationToken)
        {
            engagement.UndoRepost(request.Id, await people.EnsureAsync(currentUser.User, cancellationToken));
            return Unit.Value;
        }
    }
}
