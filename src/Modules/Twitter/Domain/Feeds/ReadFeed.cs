using FluentValidation;
using MediatR;
using SystemDesign.Kernel.Identity;
using SystemDesign.Kernel.Messages;
using SystemDesign.Kernel.Paging;
using SystemDesign.Twitter.Domain.Impressions;
using SystemDesign.Twitter.Domain.Tweets;

namespace SystemDesign.Twitter.Domain.Feeds;

/// <summary>What those whom I follow wrote and reposted, and I, the newest first (TW-6).</summary>
internal sealed record ReadFeed(PageRequest Page) : IQuery<Page<TimelineItem>>
{
    internal sealed class Validator : AbstractValidator<ReadFeed>
    {
        public Validator() => RuleFor(request => request.Page).NotNull();
    }

    internal sealed class Handler(IFeeds feeds, IImpressions impressions, ICurrentUser currentUser) : IRequestHandler<ReadFeed, Page<TimelineItem>>
    {
        public async Task<Page<TimelineItem>> Handle(ReadFeed request, CancellationToken cancellationToken)
        {
            var page = await feeds.ReadAsync(currentUser.Id, request.Page, cancellationToken);
            impressions.Count(page.Items.Select(item => item.Tweet), currentUser.User);
            return page;
        }
    }
}
