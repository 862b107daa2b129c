using FluentValidation;
using MediatR;
using SystemDesign.Kernel.Identity;
using SystemDesign.Kernel.Messages;
using SystemDesign.Twitter.Domain.Impressions;
using SystemDesign.Twitter.Domain.People;

namespace SystemDesign.Twitter.Domain.Tweets;

/// <summary>A tweet that I may see.</summary>
internal sealed record ReadTweet(Guid Id) : IQuery<ShownTweet>
{
    internal sealed class Validator : AbstractValidator<ReadTweet>
    {
        public Validator() => RuleFor(request => request.Id).NotEmpty();
    }

    internal sealed class Handler(ITweets tweets, IImpressions impressions, IPeople people, ICurrentUser currentUser) : IRequestHandler<ReadTweet, ShownTweet>
    {
        public async Task<ShownTweet> Handle(ReadTweet request, CancellationToken cancellationToken)
        {
            var viewer = await people.NumberOfAsync(currentUser.Id, cancellationToken);
            var tweet = (await tweets.ShowAsync([request.Id], viewer, cancellationToken)).GetValueOrDefault(request.Id) ?? throw Tweet.NotFound();
            impressions.Count([tweet], currentUser.User);
            return tweet;
        }
    }
}
