using FluentValidation;
using MediatR;
using SystemDesign.Kernel.Identity;
using SystemDesign.Kernel.Messages;
using SystemDesign.Twitter.Domain.People;
using SystemDesign.Twitter.Domain.Tweets;

namespace SystemDesign.Twitter.Domain.Impressions;

/// <summary>How one of my tweets does (TW-15). Of others' tweets that is not for me to know.</summary>
internal sealed record ReadTweetStats(Guid Id) : IQuery<TweetStats>
{
    internal sealed class Validator : AbstractValidator<ReadTweetStats>
    {
        public Validator() => RuleFor(request => request.Id).NotEmpty();
    }

    internal sealed class Handler(ITweets tweets, IImpressionCounts impressions, IPeople people, ICurrentUser currentUser)
        : IRequestHandler<ReadTweetStats, TweetStats>
    {
        public async Task<TweetStats> Handle(ReadTweetStats request, CancellationToken cancellationToken)
        {
            var me = await people.NumberOfAsync(currentUser.Id, cancellationToken);
            if (await tweets.FindAsync(request.Id, me, cancellationToken) is not { } tweet || tweet.Author != me)
            {
                throw Tweet.NotFound();
            }

            var shown = (await tweets.ShowAsync([request.Id], me, cancellationToken)).TryGetValue(request.Id, out var found) ? found : throw Tweet.NotFound();
            var seen = await impressions.ReadAsync(request.Id, cancellationToken);
            var engagements = (double)shown.Likes + shown.Reposts + shown.Replies + shown.Quotes;
            return new(seen, shown.Likes, shown.Reposts, shown.Replies, shown.Quotes, seen == 0 ? null : Math.Round(engagements / seen, 4));
        }
    }
}
