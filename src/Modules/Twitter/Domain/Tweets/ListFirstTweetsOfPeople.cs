using FluentValidation;
using MediatR;
using SystemDesign.Kernel.Identity;
using SystemDesign.Kernel.Messages;
using SystemDesign.Kernel.Paging;
using SystemDesign.Twitter.Domain.People;

namespace SystemDesign.Twitter.Domain.Tweets;

/// <summary>The first page of what each of several people wrote and reposted, as <see cref="ListTweetsOfPerson"/> has it; none of who is hidden from me.</summary>
internal sealed record ListFirstTweetsOfPeople(IReadOnlyList<string> UserNames, int Limit) : IQuery<IReadOnlyDictionary<string, Page<TimelineItem>>>
{
    internal sealed class Validator : AbstractValidator<ListFirstTweetsOfPeople>
    {
        public Validator()
        {
            RuleFor(request => request.UserNames).NotNull();
            RuleFor(request => request.Limit).InclusiveBetween(1, PageRequest.MaximumLimit);
        }
    }

    internal sealed class Handler(ITweets tweets, IPeople people, ICurrentUser currentUser)
        : IRequestHandler<ListFirstTweetsOfPeople, IReadOnlyDictionary<string, Page<TimelineItem>>>
    {
        public async Task<IReadOnlyDictionary<string, Page<TimelineItem>>> Handle(ListFirstTweetsOfPeople request, CancellationToken cancellationToken)
        {
            var viewer = await people.NumberOfAsync(currentUser.Id, cancellationToken);
            var visible = await people.FindVisibleAsync(request.UserNames, viewer, cancellationToken);
            var pages = await tweets.ListFirstOfAsync(visible, viewer, request.Limit, cancellationToken);
            return Person.UnderNames(request.UserNames, visible, person => person.UserName, person => pages[person.Number]);
        }
    }
}
