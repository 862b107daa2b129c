using FluentValidation;
using MediatR;
using SystemDesign.Kernel.Identity;
using SystemDesign.Kernel.Messages;
using SystemDesign.Kernel.Paging;
using SystemDesign.Twitter.Domain.People;
using SystemDesign.Twitter.Domain.Tweets;

namespace SystemDesign.Twitter.Domain.Search;

/// <summary>Tweets that have all words, phrases and tags, the newest first.</summary>
internal sealed record SearchTweets(string? Q, PageRequest Page) : IQuery<Page<ShownTweet>>
{
    public const int MaximumLength = 200;

    internal sealed class Validator : AbstractValidator<SearchTweets>
    {
        public Validator()
        {
            RuleFor(request => request.Q).NotEmpty().MaximumLength(MaximumLength);
            RuleFor(request => request.Page).NotNull();
        }
    }

    internal sealed class Handler(ISearch search, IPeople people, ICurrentUser currentUser) : IRequestHandler<SearchTweets, Page<ShownTweet>>
    {
        public async Task<Page<ShownTweet>> Handle(SearchTweets request, CancellationToken cancellationToken)
        {
            var query = SearchQuery.Parse(request.Q!);
            var viewer = await people.NumberOfAsync(currentUser.Id, cancellationToken);
            return query.IsEmpty ? new([], Next: null) : await search.FindAsync(query, $"search for {request.Q} by {viewer}", viewer, request.Page, cancellationToken);
        }
    }
}
