using FluentValidation;
using MediatR;
using SystemDesign.Kernel.Identity;
using SystemDesign.Kernel.Messages;
using SystemDesign.Kernel.Paging;
using SystemDesign.Twitter.Domain.Impressions;
using SystemDesign.Twitter.Domain.People;

namespace SystemDesign.Twitter.Domain.Tweets;

/// <summary>What answers a tweet, the oldest first.</summary>
internal sealed record ListReplies(Guid Id, PageRequest Page) : IQuery<Page<ShownTweet>>
{
    internal sealed class Validator : AbstractValidator<ListReplies>
    {
        public Validator()
        {
            RuleFor(request => request.Id).NotEmpty();
            RuleFor(request => request.Page).NotNull();
        }
    }

    internal sealed class Handler(ITweets tweets, IImpressions impressions, IPeople people, ICurrentUser currentUser) : IRequestHandler<ListReplies, Page<ShownTweet>>
    {
        public async Task<Page<ShownTweet>> Handle(ListReplies request, CancellationToken cancellationToken)
        {
            var viewer = await people.NumberOfAsync(currentUser.Id, cancellationToken);
            _ = await tweets.FindAsync(request.Id, viewer, cancellationToken) ?? throw Tweet.NotFound();
            var page = await tweets.ListRepliesAsync(request.Id, viewer, request.Page, cancellationToken);
            impressions.Count(page.Items, currentUser.User);
            return page;
        }
    }
}
