using FluentValidation;
using MediatR;
using SystemDesign.Kernel.Identity;
using SystemDesign.Kernel.Messages;
using SystemDesign.Twitter.Domain.People;

namespace SystemDesign.Twitter.Domain.Engagement;

/// <summary>Likes a tweet no more, whether or not it can still be seen; twice is as once.</summary>
internal sealed record UnlikeTweet(Guid Id) : ICommand<Unit>
{
    internal sealed class Validator : AbstractValidator<UnlikeTweet>
    {
        public Validator() => RuleFor(request => request.Id).NotEmpty();
    }

    internal sealed class Handler(IEngagement engagement, IPeople people, ICurrentUser currentUser) : IRequestHandler<UnlikeTweet, Unit>
    {
        public async Task<Unit> Handle(UnlikeTweet request, CancellationToken cancellationToken)
        {
            engagement.Unlike(request.Id, await people.EnsureAsync(currentUser.User, cancellationToken));
            return Unit.Value;
        }
    }
}
