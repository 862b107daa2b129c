using FluentValidation;
using MediatR;
using SystemDesign.Kernel.Identity;
using SystemDesign.Kernel.Messages;
using SystemDesign.Kernel.Paging;
using SystemDesign.Twitter.Domain.Impressions;
using SystemDesign.Twitter.Domain.People;

namespace SystemDesign.Twitter.Domain.Tweets;

/// <summary>What somebody wrote and reposted, the newest first.</summary>
internal sealed record ListTweetsOfPerson(string UserName, PageRequest Page) : IQuery<Page<TimelineItem>>
{
    internal sealed class Validator : AbstractValidator<ListTweetsOfPerson>
    {
        public Validator()
        {
            RuleFor(request => request.UserName).NotEmpty();
            RuleFor(request => request.Page).NotNull();
        }
    }

    internal sealed class Handler(ITweets tweets, IImpressions impressions, IPeople people, ICurrentUser currentUser) : IRequestHandler<ListTweetsOfPerson, Page<TimelineItem>>
    {
        public async Task<Page<TimelineItem>> Handle(ListTweetsOfPerson request, CancellationToken cancellationToken)
        {
            var viewer = await people.NumberOfAsync(currentUser.Id, cancellationToken);
            var person = await people.RequireVisibleAsync(request.UserName, viewer, cancellationToken);
            var page = await tweets.ListOfAsync(person, viewer, request.Page, cancellationToken);
            impressions.Count(page.Items.Select(item => item.Tweet), currentUser.User);
            return page;
        }
    }
}
