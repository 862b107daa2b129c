using FluentValidation;
using MediatR;
using SystemDesign.Kernel.Identity;
using SystemDesign.Kernel.Messages;
using SystemDesign.Kernel.Time;
using SystemDesign.Twitter.Domain.People;
using SystemDesign.Twitter.Domain.Tweets;

namespace SystemDesign.Twitter.Domain.Engagement;

/// <summary>Shows a tweet to those who follow me; twice is as once.</summary>
internal sealed record RepostTweet(Guid Id) : ICommand<Unit>
{
    internal sealed class Validator : AbstractValidator<RepostTweet>
    {
        public Validator() => RuleFor(request => request.Id).NotEmpty();
    }

    internal sealed class Handler(IEngagement engagement, ITweets tweets, IPeople people, ICurrentUser currentUser, TimeProvider clock) : IRequestHandler<RepostTweet, Unit>
    {
        public async Task<Unit> Handle(RepostTweet request, CancellationToken cancellationToken)
        {
            var me = await people.EnsureAsync(currentUser.User, cancellationToken);
            var tweet = await tweets.FindAsync(request.Id, me, cancellationToken) ?? throw Tweet.NotFound();
            engagement.Repost(tweet, me, clock.Now());
            return Unit.Value;
        }
    }
}
