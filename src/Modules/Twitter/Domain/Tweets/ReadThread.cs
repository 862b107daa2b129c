using FluentValidation;
using MediatR;
using SystemDesign.Kernel.Identity;
using SystemDesign.Kernel.Messages;
using SystemDesign.Twitter.Domain.Impressions;
using SystemDesign.Twitter.Domain.People;

namespace SystemDesign.Twitter.Domain.Tweets;

/// <summary>A tweet, and what it answers.</summary>
internal sealed record ReadThread(Guid Id) : IQuery<Thread>
{
    internal sealed class Validator : AbstractValidator<ReadThread>
    {
        public Validator() => RuleFor(request => request.Id).NotEmpty();
    }

    internal sealed class Handler(ITweets tweets, IImpressions impressions, IPeople people, ICurrentUser currentUser) : IRequestHandler<ReadThread, Thread>
    {
        public async Task<Thread> Handle(ReadThread request, CancellationToken cancellationToken)
        {
            var viewer = await people.NumberOfAsync(currentUser.Id, cancellationToken);
            var tweet = await tweets.FindAsync(request.Id, viewer, cancellationToken) ?? throw Tweet.NotFound();
            var answered = await tweets.ListAnsweredAsync(tweet, viewer, cancellationToken);
            var shown = (await tweets.ShowAsync([tweet.Id], viewer, cancellationToken)).GetValueOrDefault(tweet.Id) ?? throw Tweet.NotFound();
            impressions.Count([.. answered, shown], currentUser.User);
            return new(answered, shown);
        }
    }
}
