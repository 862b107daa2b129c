using FluentValidation;
using MediatR;
using SystemDesign.Kernel.Identity;
using SystemDesign.Kernel.Messages;
using SystemDesign.Kernel.Paging;
using SystemDesign.Twitter.Domain.People;

namespace SystemDesign.Twitter.Domain.Tweets;

/// <summary>The first page of what answers each of several tweets, as <see cref="ListReplies"/> has it; an empty one for what I may not see.</summary>
internal sealed record ListFirstReplies(IReadOnlyList<Guid> Ids, int Limit) : IQuery<IReadOnlyDictionary<Guid, Page<ShownTweet>>>
{
    internal sealed class Validator : AbstractValidator<ListFirstReplies>
    {
        public Validator()
        {
            RuleFor(request => request.Ids).NotNull();
            RuleFor(request => request.Limit).InclusiveBetween(1, PageRequest.MaximumLimit);
        }
    }

    internal sealed class Handler(ITweets tweets, IPeople people, ICurrentUser currentUser)
        : IRequestHandler<ListFirstReplies, IReadOnlyDictionary<Guid, Page<ShownTweet>>>
    {
        public async Task<IReadOnlyDictionary<Guid, Page<ShownTweet>>> Handle(ListFirstReplies request, CancellationToken cancellationToken) =>
            await tweets.ListFirstRepliesAsync(request.Ids, await people.NumberOfAsync(currentUser.Id, cancellationToken), request.Limit, cancellationToken);
    }
}
