using FluentValidation;
using MediatR;
using SystemDesign.Kernel.Identity;
using SystemDesign.Kernel.Messages;
using SystemDesign.Kernel.Time;
using SystemDesign.Twitter.Domain.People;

namespace SystemDesign.Twitter.Domain.Tweets;

/// <summary>Takes one of my tweets out of everything: feeds, threads, search, caches. What answers or quotes it stays.</summary>
internal sealed record DeleteTweet(Guid Id) : ICommand<Unit>
{
    internal sealed class Validator : AbstractValidator<DeleteTweet>
    {
        public Validator() => RuleFor(request => request.Id).NotEmpty();
    }

    internal sealed class Handler(ITweets tweets, IPeople people, ICurrentUser currentUser, TimeProvider clock) : IRequestHandler<DeleteTweet, Unit>
    {
        public async Task<Unit> Handle(DeleteTweet request, CancellationToken cancellationToken)
        {
            var me = await people.EnsureAsync(currentUser.User, cancellationToken);
            var tweet = await tweets.FindAsync(request.Id, me, cancellationToken) ?? throw Tweet.NotFound();
            tweets.Remove(tweet.Author == me ? tweet : throw new Kernel.Errors.NotFoundException("twitter.not-your-tweet", "Only its author deletes a tweet."), clock.Now());
            return Unit.Value;
        }
    }
}
